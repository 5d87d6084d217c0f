import { compareDates } from '../kernel/calendar-date.js';
import type { Fen } from '../kernel/money.js';
import type { Problem } from '../kernel/result.js';
import type { BudgetAdjustment } from './target-types.js';

const signed = ({ kind, amountFen }: BudgetAdjustment): Fen => (kind === 'addition' ? amountFen : -amountFen);

/**
 * The budget in force on a day (R6): initial budget plus additions minus reductions that took effect on or before it, in 分.
 * Null where the initial budget is unknown: additions alone would make every rate wrong.
 */
export function adjustedBudget(
  initialFen: Fen | null,
  adjustments: readonly BudgetAdjustment[],
  onDate: string,
): Fen | null {
  if (initialFen === null) return null;
  return adjustments
    .filter(({ effectiveOn }) => compareDates(effectiveOn, onDate) <= 0)
    .reduce((budget, adjustment) => budget + signed(adjustment), initialFen);
}

/**
 * Refuses adjustments that take the budget below zero on any day (R6): `budget-below-zero` with the first such day.
 * Additions of a day count before its reductions, so that a transfer within one day is not refused.
 */
export function checkAdjustments(initialFen: Fen | null, adjustments: readonly BudgetAdjustment[]): Problem | null {
  if (initialFen === null) return null;
  const days = [...new Set(adjustments.map(({ effectiveOn }) => effectiveOn))].sort(compareDates);
  const belowZero = days.find((day) => (adjustedBudget(initialFen, adjustments, day) ?? 0) < 0);
  return belowZero === undefined ? null : { code: 'budget-below-zero', params: { effectiveOn: belowZero } };
}
