import { exact } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { given, percentOf, shown } from '../monitoring/figures.js';
import type { EvaluatedExpenditure } from './evaluation-types.js';

/** The expenditure of the year that is evaluated, whose figure it is, and by how much the two differ. */
export interface ExpenditureOfYear {
  readonly expenditureFen: Fen | null;
  /** Null where nobody gave a figure. */
  readonly source: EvaluatedExpenditure | null;
  /**
   * Final account minus December's round, also where that is 0; null where one of the two is missing. `ratePoints` is the
   * difference of both execution rates in percentage points, 2 places; null without a budget.
   */
  readonly difference: { readonly fen: Fen; readonly ratePoints: number | null } | null;
}

/**
 * 决算 replaces the figure of December's round as soon as it is there, also where it is 0; until then December's counts. The
 * difference is shown, and explains itself by nothing: 37.24 instead of 37.00 of 43.2 is 0.24 万元 and 0.56 points more.
 */
export function expenditureOfYear(
  roundFen: Fen | null,
  finalAccountFen: Fen | null,
  adjustedBudgetFen: Fen | null,
): ExpenditureOfYear {
  if (finalAccountFen === null) {
    return { expenditureFen: roundFen, source: roundFen === null ? null : 'round', difference: null };
  }
  const evaluated = { expenditureFen: finalAccountFen, source: 'finalAccount' } as const;
  if (roundFen === null) return { ...evaluated, difference: null };
  const fen = finalAccountFen - roundFen;
  const budget = given(adjustedBudgetFen);
  const ratePoints = budget === null || budget.lte(exact(0)) ? null : shown(percentOf(exact(fen), budget));
  return { ...evaluated, difference: { fen, ratePoints } };
}
