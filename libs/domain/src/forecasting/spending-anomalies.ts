import { exact, type Fraction } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { HUNDRED, percentOf, shown, ZERO } from '../monitoring/figures.js';
import type { MoneyAgainstResults, SpendingStalled, YearEndRush } from './finding.js';
import { planAtMonth, type MonthlyExpenditure, type PlanOfYear } from './plan-curve.js';
import type { RushShare } from './year-end-rush.js';

/** When spending is worth a word, as data. */
export interface SpendingAnomalyRules {
  /** Months without any more spending. */
  readonly stalledMonths: number;
  /** Points by which the plan grows meanwhile, at the least. */
  readonly stalledPlannedPoints: number;
  /** More points than this between execution rate and goal completion, either way (R15). */
  readonly moneyAheadPoints: number;
  readonly resultsAheadPoints: number;
}

export const SPENDING_ANOMALY_RULES: SpendingAnomalyRules = {
  stalledMonths: 3,
  stalledPlannedPoints: 5,
  moneyAheadPoints: 10,
  resultsAheadPoints: 10,
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
 * Money without results, or results without money: the execution rate (R7) and the goal percentage (R15) lie further apart
 * than the limit. By R15 65 against 54 is, 64 against 54 is not. What a rule pack makes of it (an alert, and of results
 * ahead only where the spend light is yellow or red) is for the pack to say. Null where either is not known.
 */
export function moneyAgainstResults(
  month: number,
  executionRate: Fraction | null,
  goalRate: Fraction | null,
  rules: SpendingAnomalyRules = SPENDING_ANOMALY_RULES,
): MoneyAgainstResults | null {
  if (executionRate === null || goalRate === null) return null;
  const gap = executionRate.sub(goalRate);
  const isAhead = gap.gt(exact(rules.moneyAheadPoints));
  if (!isAhead && gap.neg().lte(exact(rules.resultsAheadPoints))) return null;
  return {
    code: isAhead ? 'money-ahead-of-results' : 'results-ahead-of-money',
    month,
    rate: shown(executionRate) ?? 0,
    goalRate: shown(goalRate) ?? 0,
    gap: shown(gap.abs()) ?? 0,
  };
}

/** R48 as a finding: the end of the year stands out against the plan or among peers. */
export const rushFinding = (rush: RushShare | null): YearEndRush | null =>
  rush !== null && (rush.isOverPlan || rush.isUnusual) ? { code: 'year-end-rush', rush } : null;
