import {
  amountMeant,
  readResultCell,
  resultWithoutUnit,
  type EvaluationFormIndicator,
  type EvaluationFunds,
  type LeafToScore,
  type Problem,
  type ResultCell,
} from '@jixiao/domain';
import type { FieldIssue } from '../../../../platform/runtime/domain-error.js';
import type { EvaluationInputBody, EvaluationLeafInput } from '../../http/evaluations.dto.js';
import type { SelfEvaluation } from '../../persistence/self-evaluation.entity.js';
import type { EvaluationContent, FundsLine } from '../evaluation-content.js';
import { leafFields } from '../leaf-fields.js';
import { writtenContent } from '../written-content.js';
import type { EvaluationForm } from './read-evaluation-forms.js';

export interface WrittenByForm {
  readonly input: EvaluationInputBody;
  /** What would be stored. */
  readonly content: EvaluationContent;
  /** Every cell at fault; the input counts only without any. */
  readonly issues: readonly FieldIssue[];
}

const LEAF_PATH = /^leaves\.(\d+)/;

/**
 * What a form that was filled in by hand writes into a self-evaluation. A blank cell leaves what is stored. Points are what
 * the rules make of the result, so that 得分 is taken only where a person chooses (R36).
 */
export function writtenByForm(row: SelfEvaluation, { data, places, problems }: EvaluationForm): WrittenByForm {
  const { content, frame, version } = row;
  const issues: FieldIssue[] = problems.map(({ at, code, params }) => ({ path: at, code, params: params ?? {} }));
  const seen = new Map<string, number>();
  const leaves = data.indicators.flatMap((indicator, index) => {
    const refuse = (cell: string, { code, params = {} }: Problem): [] => {
      const about = { indicator: indicator.name, ...params };
      issues.push({ path: places[`indicators.${index}.${cell}`] ?? '', code, params: about });
      return [];
    };
    const leaf = leafOf(content.leaves, indicator);
    if ('code' in leaf) return refuse('name', leaf);
    if (seen.has(leaf.id)) return refuse('name', { code: 'indicator-twice' });
    seen.set(leaf.id, index);
    const answer = readResultCell(resultWithoutUnit(indicator.result ?? '', indicator.target, indicator.name));
    return answer.ok ? [writtenLeaf(leaf, indicator, answer.value)] : refuse('result', answer.error);
  });
  const funds = {
    fiscal: line(content.funds.fiscal, data.funds.fiscal),
    carriedOver: line(content.funds.carriedOver, data.funds.carriedOver),
    other: line(content.funds.other, data.funds.other),
  };
  const input = { version, frame, achievedGoal: data.goalResult ?? content.achievedGoal, funds, leaves };
  const written = writtenContent(content, input, row.year);
  for (const { path, code, params } of written.issues) {
    const leaf = leaves[Number(LEAF_PATH.exec(path)?.[1])];
    issues.push({
      path: places[`indicators.${seen.get(leaf?.id ?? '') ?? ''}.result`] ?? '',
      code,
      params: params ?? {},
    });
  }
  return { input, content: written.content, issues };
}

/** By name; where several share one, by the level 2 that stands beside it. */
function leafOf(leaves: readonly LeafToScore[], { name, level2 }: EvaluationFormIndicator): LeafToScore | Problem {
  const named = leaves.filter(({ target }) => plain(target.name) === plain(name));
  const [found, other] =
    named.length < 2 ? named : named.filter(({ target }) => plain(target.level2) === plain(level2));
  if (other !== undefined) return { code: 'indicator-ambiguous' };
  return found ?? { code: named.length > 1 ? 'indicator-ambiguous' : 'indicator-unknown' };
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function writtenLeaf(leaf: LeafToScore, form: EvaluationFormIndicator, answer: ResultCell): EvaluationLeafInput {
  const before = leafFields(leaf);
  const isChosen = before.chosenPoints !== null || leaf.target.kind === 'qualitative';
  return {
    ...before,
    ...answerFields(leaf, before, answer),
    weight: form.weight ?? before.weight,
    chosenPoints: isChosen ? (form.points ?? before.chosenPoints) : null,
    explanation: form.explanation ?? before.explanation,
  };
}

/** The one answer of the form in the place of the stored one. What is filled from the execution rate (R7) has none. */
function answerFields({ target }: LeafToScore, before: EvaluationLeafInput, answer: ResultCell) {
  if (Object.keys(answer).length === 0 || target.kind === 'executionRate') return {};
  const blank = { value: null, outcome: null, text: null, doneOn: null, notDone: false, noData: null };
  const isSameOutcome = answer.outcome !== undefined && answer.outcome === before.outcome;
  return { ...blank, ...(isSameOutcome ? { text: before.text } : {}), ...answer };
}

/** A form shows 万元 with 2 places: where it shows what is stored, that is meant. */
const line = (before: FundsLine, form: EvaluationFunds): FundsLine => ({
  initialFen: amountMeant(before.initialFen, form.initialBudgetFen) ?? before.initialFen,
  adjustedFen: amountMeant(before.adjustedFen, form.fullYearBudgetFen) ?? before.adjustedFen,
  spentFen: amountMeant(before.spentFen, form.expenditureFen) ?? before.spentFen,
});
