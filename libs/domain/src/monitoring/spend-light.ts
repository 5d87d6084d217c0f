import type { Period } from '../kernel/period.js';
import { exact } from '../kernel/exact.js';
import { plannedPercent, straightLinePercent } from '../targets/spend-schedule.js';
import type { Checkpoint, SpendSchedule } from '../targets/target-types.js';
import type { AssessmentInput, Light, SpendAssessment, SpendReason } from './assessment-types.js';
import { bandLight } from './bands.js';
import type { Exact } from './figures.js';
import { given, percentOf, shown, ZERO } from './figures.js';
import type { RatioSpendRules, SpendRules } from './rule-pack.js';

/** What spending is measured by in a round, exact. Indicators that follow the money use the same figures (R17). */
export interface SpendFigures {
  readonly budget: Exact | null;
  readonly expenditure: Exact | null;
  /** R7: expenditure ÷ adjusted budget in percent; null where not reported or where there is no budget. */
  readonly executionRate: Exact | null;
  /** R5: planned percentage of the date; straight-line stands in where the plan is missing (R4). */
  readonly planned: Exact;
  readonly straightLine: Exact;
  readonly planMissing: boolean;
}

type SpendInput = Pick<
  AssessmentInput,
  'period' | 'startMonth' | 'adjustedBudgetFen' | 'schedule' | 'expenditureFen' | 'expenditureSource' | 'exempt'
> & { readonly rulePack: { readonly spend: SpendRules } };

interface Verdict {
  readonly light: Light;
  readonly reason: SpendReason;
  readonly lastCheckpoint?: Checkpoint;
}

/** R5, R7: the exact figures of a project's spending at the end of a round. */
export function spendFigures(input: Omit<SpendInput, 'rulePack' | 'exempt'>): SpendFigures {
  const budget = given(input.adjustedBudgetFen);
  const expenditure = given(input.expenditureFen);
  const straightLine = straightLinePercent(input.period, input.startMonth);
  return {
    budget,
    expenditure,
    executionRate: executionRate(budget, expenditure),
    planned: input.schedule === null ? straightLine : plannedPercent(input.schedule, input.period),
    straightLine,
    planMissing: input.schedule === null,
  };
}

/** R7: null where spending is not reported, or there is no budget to spend. */
function executionRate(budget: Exact | null, expenditure: Exact | null): Exact | null {
  return budget === null || expenditure === null || budget.lte(ZERO) ? null : percentOf(expenditure, budget);
}

/**
 * The spend light of a project with its figures: R7 execution rate, R8 gaps to plan and to straight-line, and the
 * colour by precedence R11 > R10 > R9. In months between checkpoints a project that has met the last checkpoint is at
 * worst yellow; the start of the year counts as a checkpoint of 0 %.
 *
 * Where the rule pack compares with straight-line (or the plan is missing and straight-line stands in), the plan does
 * not matter at all: a plan of 0 neither excuses a project that spent nothing (R10) nor praises one that spent a little.
 */
export function assessSpend(input: SpendInput): SpendAssessment {
  const figures = spendFigures(input);
  const reference = referenceOf(input.rulePack.spend, figures);
  const verdict = judge(input, figures);
  const { executionRate: rate } = figures;
  return {
    light: verdict.light,
    reason: verdict.reason,
    executionRate: shown(rate),
    plannedRate: shown(figures.planned) ?? 0,
    straightLineRate: shown(figures.straightLine) ?? 0,
    gapToPlan: shown(rate && rate.sub(figures.planned)),
    gapToStraightLine: shown(rate && rate.sub(figures.straightLine)),
    ratioToReference: shown(rate && percentOf(rate, reference.percent)),
    planMissing: figures.planMissing,
    adjustedBudgetFen: figures.budget === null ? null : input.adjustedBudgetFen,
    expenditureFen: figures.expenditure === null ? null : input.expenditureFen,
    ...(input.expenditureSource === undefined ? {} : { expenditureSource: input.expenditureSource }),
    reference: reference.of,
    bands: { redBelow: input.rulePack.spend.redBelow, yellowBelow: input.rulePack.spend.yellowBelow },
    lastCheckpoint: verdict.lastCheckpoint ?? null,
  };
}

function referenceOf(rules: SpendRules, figures: SpendFigures): { of: 'plan' | 'straightLine'; percent: Exact } {
  if (rules.reference === 'straightLine' || figures.planMissing) {
    return { of: 'straightLine', percent: figures.straightLine };
  }
  return { of: 'plan', percent: figures.planned };
}

function judge(input: SpendInput, figures: SpendFigures): Verdict {
  if (input.exempt) return { light: 'grey', reason: 'exempt' };
  const { budget, expenditure } = figures;
  if (expenditure === null) return unreported(input);
  if (budget === null || (budget.lte(ZERO) && expenditure.lte(ZERO))) return { light: 'grey', reason: 'no-budget' };
  if (expenditure.gt(budget)) return { light: 'red', reason: 'overspent' };
  return judgeRatio(input.rulePack.spend, figures, input);
}

/** R28: blank is not zero. A project that only starts after the round has nothing to report yet. */
function unreported({ period, startMonth }: Pick<SpendInput, 'period' | 'startMonth'>): Verdict {
  return { light: 'grey', reason: startMonth > period.month ? 'not-due' : 'not-reported' };
}

/** R9 and R10; the budget is positive and not exceeded, spending is reported. */
function judgeRatio(rules: RatioSpendRules, figures: SpendFigures, input: SpendInput): Verdict {
  const reference = referenceOf(rules, figures);
  const rate = figures.executionRate ?? ZERO;
  const ratio = percentOf(rate, reference.percent);
  if (ratio === null) {
    return rate.gt(ZERO) ? { light: 'green', reason: 'ahead-of-plan' } : { light: 'grey', reason: 'not-due' };
  }
  const light = bandLight(ratio, rules);
  if (light === 'green') return { light, reason: 'spend-on-plan' };
  if (light === 'red' && reference.of === 'plan' && input.schedule !== null) {
    const passed = passedCheckpointMet(input.schedule, input.period, rate);
    if (passed !== null) return { light: 'yellow', reason: 'between-checkpoints', lastCheckpoint: passed };
  }
  return { light, reason: 'spend-behind-plan' };
}

/** R9: the last checkpoint before the round's month, where the round lies between two and that one was met. */
function passedCheckpointMet(schedule: SpendSchedule, period: Period, rate: Exact): Checkpoint | null {
  if (schedule.some((checkpoint) => checkpoint.month === period.month)) return null;
  const start: Checkpoint = { month: 0, percent: 0 };
  const passed = schedule.filter((checkpoint) => checkpoint.month < period.month).at(-1) ?? start;
  return rate.gte(exact(passed.percent)) ? passed : null;
}
