import type { LightRow } from '../../shared/api/schema.gen.js';

type Figures = Pick<LightRow, 'adjustedBudgetFen' | 'expenditureFen' | 'plannedRate'>;

/**
 * Money that stands behind the plan, in 分: expenditure minus what the plan wants by the round's end (R8), negative where
 * late. The planned rate has 2 decimals, so the figure is exact to 0.005 % of the budget. Null where a part is missing.
 */
export function planGapFen({ adjustedBudgetFen, expenditureFen, plannedRate }: Figures): number | null {
  if (adjustedBudgetFen === null || expenditureFen === null) return null;
  return expenditureFen - Math.round((adjustedBudgetFen * plannedRate) / 100);
}

export interface Lag {
  readonly row: LightRow;
  readonly gapToPlan: number;
  readonly gapFen: number | null;
  /** Length of the bar: share of the longest, in percent. */
  readonly length: number;
}

/** The projects furthest behind plan, worst first; those on plan, without a figure or exempt are left out. */
export function lagRanking(rows: readonly LightRow[], count: number): Lag[] {
  const late = rows
    .filter(({ reason }) => reason !== 'exempt')
    .flatMap((row) => (row.gapToPlan !== null && row.gapToPlan < 0 ? [{ row, gapToPlan: row.gapToPlan }] : []))
    .sort((a, b) => a.gapToPlan - b.gapToPlan)
    .slice(0, count);
  const longest = Math.abs(late[0]?.gapToPlan ?? 1);
  return late.map(({ row, gapToPlan }) => ({
    row,
    gapToPlan,
    gapFen: planGapFen(row),
    length: (Math.abs(gapToPlan) / longest) * 100,
  }));
}
