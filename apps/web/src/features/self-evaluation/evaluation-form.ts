import { type FrameName, type IndicatorKind, parseAmount } from '@jixiao/domain';
import { answerInWords, parseFigure, readAnswerText, type AnswerTarget, type OneAnswer } from '../reporting/answers.js';
import type { EvaluationDetail, EvaluationInput, EvaluationLeaf } from '../../shared/api/schema.gen.js';
import { amountText } from '../../shared/format/figures.js';

/** 当年财政拨款, 上年结转资金, 其他资金, and the figures of each: 年初预算数, 全年预算数, 全年执行数. */
export const FUND_PARTS = ['fiscal', 'carriedOver', 'other'] as const;
export const FUND_FIGURES = ['initialFen', 'adjustedFen', 'spentFen'] as const;
export type FundPart = (typeof FUND_PARTS)[number];
export type FundFigure = (typeof FUND_FIGURES)[number];

/** One indicator as it stands in the form: text as typed. */
export interface LeafForm {
  weight: string;
  answer: string;
  applies: boolean;
  notApplicableWhy: string;
  chosenPoints: string;
  cutPoints: string;
  cutReason: string;
  explanation: string;
}

export interface EvaluationForm {
  /** Empty: weights are typed in. */
  frame: FrameName | '';
  achievedGoal: string;
  funds: Record<FundPart, Record<FundFigure, string>>;
  leaves: Record<string, LeafForm>;
}

type Content = Pick<EvaluationDetail, 'frame' | 'achievedGoal' | 'funds' | 'leaves'>;
type Locale = 'zh' | 'en';

export const targetOf = ({ id, kind, unit }: EvaluationLeaf): AnswerTarget => ({
  id,
  kind: kind as IndicatorKind,
  unit,
});

const figureText = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

export const formOf = (content: Content, locale: Locale): EvaluationForm => ({
  frame: content.frame ?? '',
  achievedGoal: content.achievedGoal ?? '',
  funds: Object.fromEntries(
    FUND_PARTS.map((part) => [
      part,
      Object.fromEntries(FUND_FIGURES.map((figure) => [figure, amountText(content.funds[part][figure])])),
    ]),
  ) as EvaluationForm['funds'],
  leaves: Object.fromEntries(content.leaves.map((leaf) => [leaf.id, leafForm(leaf, locale)])),
});

const leafForm = (leaf: EvaluationLeaf, locale: Locale): LeafForm => ({
  weight: figureText(leaf.weight),
  answer: answerInWords(leaf, targetOf(leaf), locale),
  applies: leaf.notApplicableWhy === null,
  notApplicableWhy: leaf.notApplicableWhy ?? '',
  chosenPoints: figureText(leaf.chosenPoints),
  cutPoints: figureText(leaf.cut?.points),
  cutReason: leaf.cut?.reason ?? '',
  explanation: leaf.explanation ?? '',
});

type LeafInput = EvaluationInput['leaves'][number];

export interface ReadEvaluation {
  /** What can be read; a field at fault keeps what is stored. */
  readonly input: EvaluationInput;
  /** By the name of the field (`fiscal.spentFen`, `<leaf>.weight`); the value is the code of the sentence. */
  readonly faults: ReadonlyMap<string, string>;
}

/** What the form says, ready to be sent; one slip of the keyboard neither blanks what is stored nor holds up the rest. */
export function readForm(
  form: EvaluationForm,
  stored: Content & Pick<EvaluationDetail, 'version' | 'year'>,
): ReadEvaluation {
  const faults = new Map<string, string>();
  const funds = Object.fromEntries(FUND_PARTS.map((part) => [part, fundsOf(form, stored, part, faults)]));
  const leaves = stored.leaves.map((leaf): LeafInput => {
    const typed = form.leaves[leaf.id];
    return readLeaf(typed ?? leafForm(leaf, 'zh'), leaf, `${stored.year}-12-31`, faults);
  });
  const input = {
    version: stored.version,
    frame: form.frame || null,
    achievedGoal: form.achievedGoal.trim() || null,
    funds: funds as EvaluationInput['funds'],
    leaves,
  };
  return { input, faults };
}

function fundsOf(form: EvaluationForm, stored: Content, part: FundPart, faults: Map<string, string>) {
  const amounts = FUND_FIGURES.map((figure): [FundFigure, number | null] => {
    const read = parseAmount(form.funds[part][figure], 'wan');
    if (read.ok) return [figure, read.value];
    faults.set(`${part}.${figure}`, read.error.code);
    return [figure, stored.funds[part][figure]];
  });
  return Object.fromEntries(amounts);
}

function readLeaf(typed: LeafForm, leaf: EvaluationLeaf, lastDay: string, faults: Map<string, string>): LeafInput {
  const points = (field: 'weight' | 'chosenPoints' | 'cutPoints', kept: number | null): number | null => {
    const read = parseFigure(typed[field], null);
    const isPoints = read.ok && (read.value === null || (read.value >= 0 && read.value <= 100));
    if (isPoints) return read.value;
    faults.set(`${leaf.id}.${field}`, read.ok ? 'points-out-of-range' : read.fault);
    return kept;
  };
  return {
    id: leaf.id,
    weight: points('weight', leaf.weight) ?? 0,
    ...answerOf(typed, leaf, lastDay, faults),
    notApplicableWhy: typed.applies ? null : typed.notApplicableWhy,
    chosenPoints: points('chosenPoints', leaf.chosenPoints),
    cut: cutOf(typed, leaf, points('cutPoints', leaf.cut?.points ?? null), faults),
    explanation: typed.explanation.trim() || null,
  };
}

function answerOf(typed: LeafForm, leaf: EvaluationLeaf, lastDay: string, faults: Map<string, string>) {
  const read = readAnswerText(typed.answer, targetOf(leaf), lastDay);
  if (!read.ok) faults.set(`${leaf.id}.answer`, read.fault);
  const answer: OneAnswer = read.ok ? read.value : leaf;
  const { value, outcome, doneOn, notDone, noData } = answer;
  // The words that were stored with an outcome belong to that outcome alone.
  const text = outcome !== null && outcome === leaf.outcome ? leaf.text : null;
  return { value, outcome, text, doneOn, notDone, noData };
}

/** A deduction needs both: how much, and why (R37). */
function cutOf(
  { cutPoints, cutReason }: LeafForm,
  { id, cut }: EvaluationLeaf,
  points: number | null,
  faults: Map<string, string>,
): LeafInput['cut'] {
  const reason = cutReason.trim();
  if (cutPoints.trim() === '' && reason === '') return null;
  if (points === null || points === 0) {
    if (!faults.has(`${id}.cutPoints`)) faults.set(`${id}.cutPoints`, 'cut-points-missing');
    return cut;
  }
  if (reason !== '') return { points, reason };
  faults.set(`${id}.cutReason`, 'cut-reason-missing');
  return cut;
}

/** Another weight of an indicator: full points of what is met go on being full (R36). */
export function reweigh(form: LeafForm, weight: string, isMet: boolean): void {
  if (isMet && form.chosenPoints === form.weight) form.chosenPoints = weight;
  form.weight = weight;
}

/** Whether two forms say the same. */
export const sameForm = (one: EvaluationForm, other: EvaluationForm): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
