import type { Difference } from './treasury.api.js';

/** The pair of figures that differ, in 分: the totals, or the fiscal money where the treasury knows or disputes only that. */
export interface ShownDifference {
  readonly fiscal: boolean;
  readonly own: number;
  readonly treasury: number | null;
  readonly difference: number;
}

export function shownDifference({
  own,
  treasury,
  difference,
}: Pick<Difference, 'own' | 'treasury' | 'difference'>): ShownDifference {
  const fiscal = treasury.expenditureFen === null || difference.expenditureFen === 0;
  if (fiscal && difference.fiscalFen !== null) {
    const figures = { own: own.fiscalFen, treasury: own.fiscalFen + difference.fiscalFen };
    return { fiscal: true, ...figures, difference: difference.fiscalFen };
  }
  const figures = { own: own.expenditureFen, treasury: own.expenditureFen + difference.expenditureFen };
  return { fiscal: false, ...figures, difference: difference.expenditureFen };
}
