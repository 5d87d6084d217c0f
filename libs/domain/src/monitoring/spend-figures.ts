import { plannedPercent, straightLinePercent } from '../targets/spend-schedule.js';
import type { AssessmentInput } from './assessment-types.js';
import type { Exact } from './figures.js';
import { given, percentOf, ZERO } from './figures.js';

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

/** R5, R7: the exact figures of a project's spending at the end of a round. */
export function spendFigures(
  input: Pick<AssessmentInput, 'period' | 'startMonth' | 'adjustedBudgetFen' | 'schedule' | 'expenditureFen'>,
): SpendFigures {
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
export function executionRate(budget: Exact | null, expenditure: Exact | null): Exact | null {
  return budget === null || expenditure === null || budget.lte(ZERO) ? null : percentOf(expenditure, budget);
}
