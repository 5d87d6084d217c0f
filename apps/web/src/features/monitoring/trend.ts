import type { ProjectTrends } from '../../shared/api/schema.gen.js';
import type { SparkPoint } from './sparkline.js';

export type IndicatorTrend = ProjectTrends['indicators'][number];

const MONTHS = 12;
const QUARTER = 3;

export interface SeriesPoint extends SparkPoint {
  readonly isForecast: boolean;
}

/**
 * The results that are known and the forecast after them along one line of months, in stretches that may be joined: what
 * begins anew every year is not, or a new year would look like a fall.
 */
export function seriesStretches({
  results,
  trend,
  beginsAnew,
}: Pick<IndicatorTrend, 'results' | 'trend' | 'beginsAnew'>): readonly (readonly SeriesPoint[])[] {
  const known = results.flatMap(({ year, month, result }) =>
    result === null ? [] : [{ at: year * MONTHS + month, value: result, isForecast: false }],
  );
  const last = known.at(-1)?.at ?? 0;
  const ahead = (trend?.forecast ?? [])
    .map(({ year, quarter, value }) => ({ at: year * MONTHS + quarter * QUARTER, value, isForecast: true }))
    .filter(({ at }) => at > last);
  const all = [...known, ...ahead];
  if (!beginsAnew) return all.length === 0 ? [] : [all];
  const years = [...new Set(all.map(yearOf))];
  return years.map((year) => all.filter((point) => yearOf(point) === year));
}

/** December is month 12 of its year, not the beginning of the next. */
const yearOf = ({ at }: SparkPoint): number => Math.floor((at - 1) / MONTHS);
