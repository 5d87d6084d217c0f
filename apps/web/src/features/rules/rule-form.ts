import { checkRulePack, mismatchRulesOf, remarkRulesOf, type RulePack, type RulePackProblem } from '@jixiao/domain';
import { amountText } from '../../shared/format/figures.js';
import type { Pack, PackInput } from './rules.api.js';

export interface ThresholdText {
  month: string;
  percent: string;
}

/** A rule pack as it is typed: every figure as text, what is switched off kept beside, so that it comes back as it was. */
export interface RuleForm {
  id: string;
  titleZh: string;
  titleEn: string;
  preset: 'ratio' | 'sichuan' | 'hefei';
  reference: 'plan' | 'straightLine';
  redBelow: string;
  yellowBelow: string;
  thresholds: ThresholdText[];
  behindBelow: string;
  indicatorRedBelow: string;
  indicatorYellowBelow: string;
  finalRedBelow: string;
  finalYellowBelow: string;
  blueFrom: string;
  blueOf: 'annualTarget' | 'standard';
  smallTargetBelow: string;
  byWords: boolean;
  words: string;
  isLargeOn: boolean;
  largeBudgetWan: string;
  gapToStraightLine: string;
  gapToPlanBelow: string;
  isMismatchOn: boolean;
  moneyAheadBy: string;
  goalsAheadBy: string;
  goalsAhead: 'always' | 'spendBehind';
  reasonsFor: 'both' | 'red' | 'none';
  overTargetPercent: string;
  exemptUnits: string;
}

type ReadablePack = Omit<RulePack, 'version'>;

const FEN_PER_WAN = 1_000_000;
/** What the fields of the other ways to judge begin with. */
const USUAL = {
  reference: 'plan' as const,
  redBelow: '60',
  yellowBelow: '80',
  thresholds: [
    { month: '4', percent: '25' },
    { month: '6', percent: '40' },
    { month: '8', percent: '60' },
    { month: '10', percent: '80' },
  ],
  behindBelow: '100',
  words: '数量、效益、满意度',
  largeBudgetWan: '1000',
  gapToStraightLine: '-20',
  gapToPlanBelow: '0',
  moneyAheadBy: '10',
  goalsAheadBy: '10',
  goalsAhead: 'spendBehind' as const,
};

/** @param id another one, or none yet, where it is to become a rule pack of its own */
export function formOf(pack: ReadablePack, id = pack.id): RuleForm {
  const { indicators, largeProject, title } = pack;
  return {
    id,
    titleZh: title.zh,
    titleEn: title.en,
    preset: pack.spend.preset,
    ...spendTexts(pack.spend),
    indicatorRedBelow: String(indicators.redBelow),
    indicatorYellowBelow: String(indicators.yellowBelow),
    finalRedBelow: String(indicators.finalRedBelow),
    finalYellowBelow: String(indicators.finalYellowBelow),
    blueFrom: String(indicators.blueFrom),
    blueOf: indicators.blueOf,
    smallTargetBelow: String(indicators.smallTargetBelow),
    byWords: indicators.cumulativeUnder !== undefined,
    words: indicators.cumulativeUnder?.join('、') ?? USUAL.words,
    isLargeOn: Boolean(largeProject),
    largeBudgetWan: largeProject ? amountText(largeProject.budgetFromFen) : USUAL.largeBudgetWan,
    gapToStraightLine: String(largeProject?.gapToStraightLine ?? USUAL.gapToStraightLine),
    gapToPlanBelow: String(largeProject?.gapToPlanBelow ?? USUAL.gapToPlanBelow),
    ...mismatchTexts(pack),
    ...remarkTexts(pack),
  };
}

function spendTexts(spend: ReadablePack['spend']) {
  const { reference, redBelow, yellowBelow, behindBelow } = USUAL;
  const thresholds = USUAL.thresholds.map((each) => ({ ...each }));
  const usual = { reference, redBelow, yellowBelow, thresholds, behindBelow };
  switch (spend.preset) {
    case 'ratio':
      return {
        ...usual,
        reference: spend.reference,
        redBelow: String(spend.redBelow),
        yellowBelow: String(spend.yellowBelow),
      };
    case 'sichuan':
      return {
        ...usual,
        thresholds: spend.thresholds.map(({ month, percent }) => ({ month: String(month), percent: String(percent) })),
      };
    case 'hefei':
      return { ...usual, behindBelow: String(spend.behindBelow) };
  }
}

function mismatchTexts(pack: ReadablePack) {
  const rules = mismatchRulesOf(pack);
  return {
    isMismatchOn: rules !== null,
    moneyAheadBy: String(rules?.moneyAheadBy ?? USUAL.moneyAheadBy),
    goalsAheadBy: String(rules?.goalsAheadBy ?? USUAL.goalsAheadBy),
    goalsAhead: rules?.goalsAhead ?? USUAL.goalsAhead,
  };
}

function remarkTexts(
  pack: Pick<ReadablePack, 'remarks'>,
): Pick<RuleForm, 'reasonsFor' | 'overTargetPercent' | 'exemptUnits'> {
  const { reasonsFor, overTargetPercent, overTargetExemptUnits } = remarkRulesOf(pack);
  return {
    reasonsFor: reasonsFor.includes('yellow') ? 'both' : reasonsFor.length > 0 ? 'red' : 'none',
    overTargetPercent: String(overTargetPercent),
    exemptUnits: overTargetExemptUnits.join('、'),
  };
}

export interface ReadForm {
  readonly content: PackInput;
  /** Faults by the path of the field, as the server would name them. */
  readonly faults: ReadonlyMap<string, RulePackProblem>;
}

/** What is typed as a rule pack, and what is wrong with it; figures that are none are `NaN`, which is a fault. */
export function readForm(form: RuleForm): ReadForm {
  const content: PackInput = {
    id: form.id.trim(),
    title: { zh: form.titleZh.trim(), en: form.titleEn.trim() },
    spend: spendOf(form),
    indicators: {
      redBelow: figure(form.indicatorRedBelow),
      yellowBelow: figure(form.indicatorYellowBelow),
      finalRedBelow: figure(form.finalRedBelow),
      finalYellowBelow: figure(form.finalYellowBelow),
      blueFrom: figure(form.blueFrom),
      blueOf: form.blueOf,
      smallTargetBelow: figure(form.smallTargetBelow),
      ...(form.byWords ? { cumulativeUnder: words(form.words) } : {}),
    },
    ...largeProjectOf(form),
    ...mismatchOf(form),
    ...remarksOf(form),
  };
  const problems = checkRulePack({ ...content, version: 1 } satisfies Pack);
  // The first fault of a field is enough to begin with.
  return { content, faults: new Map(problems.reverse().map((problem) => [problem.path, problem])) };
}

function spendOf(form: RuleForm): PackInput['spend'] {
  switch (form.preset) {
    case 'ratio':
      return {
        preset: 'ratio',
        reference: form.reference,
        redBelow: figure(form.redBelow),
        yellowBelow: figure(form.yellowBelow),
      };
    case 'sichuan':
      return {
        preset: 'sichuan',
        thresholds: form.thresholds.map(({ month, percent }) => ({ month: figure(month), percent: figure(percent) })),
      };
    case 'hefei':
      return { preset: 'hefei', behindBelow: figure(form.behindBelow) };
  }
}

const largeProjectOf = (form: RuleForm): Pick<PackInput, 'largeProject'> =>
  form.isLargeOn
    ? {
        largeProject: {
          budgetFromFen: Math.round(figure(form.largeBudgetWan) * FEN_PER_WAN),
          gapToStraightLine: figure(form.gapToStraightLine),
          gapToPlanBelow: figure(form.gapToPlanBelow),
        },
      }
    : {};

/** What is as usual is left out, so that an untouched form is the very pack that it was made of. */
function mismatchOf(form: RuleForm): Pick<PackInput, 'mismatch'> {
  if (!form.isMismatchOn) return { mismatch: null };
  const { moneyAheadBy, goalsAheadBy, goalsAhead } = form;
  const isUsual =
    moneyAheadBy === USUAL.moneyAheadBy && goalsAheadBy === USUAL.goalsAheadBy && goalsAhead === USUAL.goalsAhead;
  if (isUsual) return {};
  return { mismatch: { moneyAheadBy: figure(moneyAheadBy), goalsAheadBy: figure(goalsAheadBy), goalsAhead } };
}

function remarksOf(form: RuleForm): Pick<PackInput, 'remarks'> {
  const usual = remarkTexts({});
  const isUsual =
    form.reasonsFor === usual.reasonsFor &&
    form.overTargetPercent === usual.overTargetPercent &&
    form.exemptUnits === usual.exemptUnits;
  if (isUsual) return {};
  return {
    remarks: {
      reasonsFor: REASONS_FOR[form.reasonsFor],
      overTargetPercent: figure(form.overTargetPercent),
      overTargetExemptUnits: words(form.exemptUnits),
    },
  };
}

const REASONS_FOR: Readonly<Record<RuleForm['reasonsFor'], ('yellow' | 'red')[]>> = {
  both: ['yellow', 'red'],
  red: ['red'],
  none: [],
};

/** Also with a full-width minus or per cent sign, as it may be pasted; anything else is no figure. */
function figure(text: string): number {
  const plain = text
    .trim()
    .replace(/^[−－]/, '-')
    .replace(/[%％]$/, '');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

const words = (text: string): string[] =>
  text
    .split(/[、,，;；\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
