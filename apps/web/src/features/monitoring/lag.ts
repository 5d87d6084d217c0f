import type { OverviewRanking } from '../../shared/api/schema.gen.js';
import type { RankedBy } from './overview.api.js';

type Row = OverviewRanking['items'][number];

export interface Lag {
  readonly row: Row;
  /** Length of the bar: share of the longest, in percent. */
  readonly length: number;
}

/** Money or points that a project stands behind its plan (R8), without a sign. */
const behind = ({ gapToPlan, lagFen }: Row, by: RankedBy): number =>
  by === 'money' ? lagFen : Math.abs(Math.min(0, gapToPlan ?? 0));

/** The rows of a ranking with bars on one scale. */
export function shareOfLongest(rows: readonly Row[], by: RankedBy): Lag[] {
  const longest = Math.max(...rows.map((row) => behind(row, by)), 0);
  return rows.map((row) => ({ row, length: longest === 0 ? 0 : (behind(row, by) / longest) * 100 }));
}
