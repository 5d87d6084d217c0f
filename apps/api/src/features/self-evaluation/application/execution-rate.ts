import { roundHalfAway, yearExecution } from '@jixiao/domain';

/** R7 at the end of the year, percent with 2 places; null where there is none. */
export function executionRateOf(adjustedBudgetFen: number | null, expenditureFen: number | null): number | null {
  const { rate } = yearExecution(adjustedBudgetFen, expenditureFen);
  return rate === null ? null : roundHalfAway(rate, 2);
}
