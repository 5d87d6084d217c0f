import { exact } from '../kernel/exact.js';
import type { IndicatorKind } from '../targets/target-types.js';
import type { IndicatorAssessment, IndicatorReason, ProjectAssessment } from './assessment-types.js';
import type { Exact } from './figures.js';
import { given, HUNDRED, percentOf, ZERO } from './figures.js';
import { isAtMost } from './level-light.js';
import { executionRate } from './spend-figures.js';

/** What can be said of money and goals of any stored assessment. */
export type MoneyAndGoals = Pick<ProjectAssessment, 'period' | 'spend' | 'goals'>;

/** How far the money and the goals of a project have come, exact, in percent (R15). */
export interface SpendAndGoals {
  /** R7. */
  readonly rate: Exact;
  /** Mean of what was reached of the annual targets, each at most 100. */
  readonly goal: Exact;
  /** Indicators that the mean was made of. */
  readonly indicators: number;
}

/** Kinds that grow through the year. An execution rate is the money itself, and no goal to compare it with. */
const GROWING: ReadonlySet<IndicatorKind> = new Set(['cumulative', 'progressRate']);
const NOT_JUDGED: ReadonlySet<IndicatorReason> = new Set(['exempt', 'direction-to-confirm', 'target-unclear']);

/**
 * The execution rate beside the goal percentage, the mean over cumulative and progress indicators of
 * min(result ÷ annual target, 1) (R15). Null where there are not both: no such indicator has a result (a blank is not zero,
 * R28), or no execution rate, or the project is exempt.
 */
export function spendAndGoals({ period, spend, goals }: MoneyAndGoals): SpendAndGoals | null {
  const rate = executionRate(given(spend.adjustedBudgetFen), given(spend.expenditureFen));
  const reached = goals.indicators.flatMap((indicator) => reachedOf(indicator, period.month) ?? []);
  if (rate === null || reached.length === 0 || spend.reason === 'exempt') return null;
  const goal = reached.reduce((sum, each) => sum.add(each), ZERO).div(exact(reached.length));
  return { rate, goal, indicators: reached.length };
}

/** Percent of its annual target that an indicator has reached, 0…100; null where it does not count. */
function reachedOf({ basis, result, reason }: IndicatorAssessment, month: number): Exact | null {
  if (!GROWING.has(basis.kind) || NOT_JUDGED.has(reason) || month < basis.assessedFrom || isAtMost(basis)) return null;
  const [done, annual] = [given(result), given(basis.number)];
  const percent = done === null || annual === null || annual.lte(ZERO) ? null : percentOf(done, annual);
  if (percent === null) return null;
  if (percent.lt(ZERO)) return ZERO;
  return percent.gt(HUNDRED) ? HUNDRED : percent;
}
