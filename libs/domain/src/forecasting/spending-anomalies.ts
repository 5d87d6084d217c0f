import { exact, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { HUNDRED, percentOf, shown, ZERO } from '../monitoring/figures.js';
import type { SpendGoalMismatch } from '../monitoring/spend-goal-mismatch.js';
import type { MoneyAgainstResults, SpendingStalled, YearEndRush } from './finding.js';
import { planAtMonth, type MonthlyExpenditure, type PlanOfYear } from './plan-curve.js';
import type { RushShare } from './year-end-rush.js';

/** When spending is worth a word, as data. */
export interface SpendingAnomalyRules {
  /** Months without any more spending. */
  readonly stalledMonths: number;
  /** Points by which the plan grows meanwhile, at the least. */
  readonly stalledPlannedPoints: number;
}

export const SPENDING_ANOMALY_RULES: SpendingAnomalyRules = {
  stalledMonths: 3,
  stalledPlannedPoints: 5,
};

/**
 * Spending that stands still: no increase from one known month to the next, up to the latest, for at least so many months,
 * while the plan went on and money is left. Before a project began nothing was spent, so that one which never spent
 * anything stands still from its start. A flat stretch of the plan excuses it, and so does a budget that is used up.
 * @param curve the months that are known, ascending
 */
export function stalledSpending(
  curve: readonly MonthlyExpenditure[],
  plan: PlanOfYear,
  budgetFen: Fen | null,
  rules: SpendingAnomalyRules = SPENDING_ANOMALY_RULES,
): SpendingStalled | null {
  const latest = curve.at(-1);
  const rate = latest && percentOf(exact(latest.expenditureFen), exact(Math.max(0, budgetFen ?? 0)));
  if (latest === undefined || !rate || rate.gte(HUNDRED)) return null;
  const fromMonth = standsStillSince(curve, plan.startMonth - 1);
  const toMonth = latest.month;
  if (toMonth - fromMonth < rules.stalledMonths) return null;
  const [plannedFrom, plannedTo] = [plannedBy(plan, fromMonth), plannedBy(plan, toMonth)];
  if (plannedTo.sub(plannedFrom).lt(exact(rules.stalledPlannedPoints))) return null;
  return {
    code: 'spending-stalled',
    fromMonth,
    toMonth,
    expenditureFen: latest.expenditureFen,
    rate: shown(rate) ?? 0,
    plannedFrom: shown(plannedFrom) ?? 0,
    plannedTo: shown(plannedTo) ?? 0,
  };
}

/** The first month of the run without an increase that ends with the latest one. */
function standsStillSince(curve: readonly MonthlyExpenditure[], beginsAfter: number): number {
  const known = [{ month: beginsAfter, expenditureFen: 0 }, ...curve.filter(({ month }) => month > beginsAfter)];
  const lastIncrease = known.findLastIndex(
    ({ expenditureFen }, at) => expenditureFen > (known[at - 1]?.expenditureFen ?? 0),
  );
  return known[Math.max(lastIncrease, 0)]?.month ?? beginsAfter;
}

const plannedBy = (plan: PlanOfYear, month: number): Fraction => (month < 1 ? ZERO : planAtMonth(plan, month));

/**
 * R15 as a finding: what is too far ahead, by the limits of the rule pack that the lights were judged by. Null where the two
 * keep together, are not compared, or where goals may be ahead.
 */
export const mismatchFinding = (month: number, mismatch: SpendGoalMismatch | null): MoneyAgainstResults | null =>
  mismatch === null || mismatch.side === null ? null : { code: MISMATCH_CODES[mismatch.side], month, mismatch };

const MISMATCH_CODES = {
  moneyAhead: 'money-ahead-of-results',
  goalsAhead: 'results-ahead-of-money',
} as const satisfies Readonly<Record<NonNullable<SpendGoalMismatch['side']>, MoneyAgainstResults['code']>>;

/** R48 as a finding: the end of the year stands out against the plan or among peers. */
export const rushFinding = (rush: RushShare | null): YearEndRush | null =>
  rush !== null && (rush.isOverPlan || rush.isUnusual) ? { code: 'year-end-rush', rush } : null;
