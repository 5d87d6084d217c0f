import {
  indicatorTrend,
  RESULT_ANOMALY_RULES,
  type IndicatorTrend,
  type NoTrend,
  type QuarterlyResult,
} from '@jixiao/domain';
import { matchLineage } from '../../../targets/index.js';
import type { LightRows } from '../light-rows.js';

type IndicatorRow = LightRows['indicators'][number];

/** The lights of a project in the rounds of one year, ascending. */
export interface YearOfLights {
  readonly year: number;
  readonly rounds: readonly { readonly month: number; readonly rows: LightRows }[];
}

/** An indicator of today with its lights of this year and of the years that it continues, oldest first. */
export interface IndicatorHistory {
  readonly present: IndicatorRow;
  readonly lights: readonly { readonly year: number; readonly month: number; readonly row: IndicatorRow }[];
}

interface Followed {
  readonly history: IndicatorHistory;
  /** The indicator by which it is found in the year before. */
  readonly row: IndicatorRow;
}

/**
 * Follows every indicator of the newest round back through the years, by levels, name and description as targets are
 * followed (matchLineage). It ends where an indicator of another unit or kind stands in its place, whose figures are
 * another thing.
 * @param years newest first
 */
export function indicatorHistories(years: readonly YearOfLights[]): readonly IndicatorHistory[] {
  const [present, ...earlier] = years;
  const newest = present?.rounds.at(-1)?.rows.indicators ?? [];
  let followed: readonly Followed[] = newest.map((row) => ({
    history: { present: row, lights: present === undefined ? [] : lightsOf(present, row) },
    row,
  }));
  const ended: Followed[] = [];
  for (const year of earlier) {
    const rows = year.rounds.at(-1)?.rows.indicators ?? [];
    const matches = matchLineage(
      rows.map(({ inputs }) => inputs.target),
      followed.map(({ row }) => row.inputs.target),
    );
    followed = followed.flatMap((one, place) => {
      const match = matches[place];
      const row = match === null || match === undefined ? undefined : rows[match];
      if (row === undefined || !isSameThing(one.row, row)) {
        ended.push(one);
        return [];
      }
      const lights = [...lightsOf(year, row), ...one.history.lights];
      return [{ history: { ...one.history, lights }, row }];
    });
  }
  const byId = new Map([...followed, ...ended].map(({ history }) => [history.present.lineageId, history]));
  return newest.flatMap(({ lineageId }) => byId.get(lineageId) ?? []);
}

const isSameThing = (a: IndicatorRow, b: IndicatorRow): boolean =>
  a.inputs.target.unit === b.inputs.target.unit && a.inputs.target.kind === b.inputs.target.kind;

const lightsOf = ({ year, rounds }: YearOfLights, { lineageId }: IndicatorRow): IndicatorHistory['lights'] =>
  rounds.flatMap(({ month, rows }) => {
    const row = rows.indicators.find((one) => one.lineageId === lineageId);
    return row === undefined ? [] : [{ year, month, row }];
  });

/** Kinds that are counted from January on (R17 a, d), 预算执行率 among them. */
export const beginsAnew = ({ present }: IndicatorHistory): boolean =>
  ['cumulative', 'progressRate', 'executionRate'].includes(present.inputs.target.kind);

export type TrendOrReason =
  | { readonly trend: IndicatorTrend; readonly noTrend: null }
  | { readonly trend: null; readonly noTrend: NoTrend | 'not-numeric' };

/** R47: the trend of an indicator over the quarters, or why none is shown. Dates and outcomes have no numbers to forecast. */
export function trendOf(history: IndicatorHistory): TrendOrReason {
  const { kind, unit, name } = history.present.inputs.target;
  if (kind === 'qualitative' || kind === 'date') return { trend: null, noTrend: 'not-numeric' };
  const results = history.lights.flatMap(({ year, month, row }): QuarterlyResult[] => {
    const value = row.assessment.result;
    return value === null || month % 3 !== 0 ? [] : [{ year, quarter: month / 3, value }];
  });
  const isShare = unit === '%' && RESULT_ANOMALY_RULES.shareNames.some((share) => name.includes(share));
  const isCumulative = beginsAnew(history);
  const found = indicatorTrend({ results, isCumulative, ...(isShare ? { bounds: { min: 0, max: 100 } } : {}) });
  return found.ok ? { trend: found.value, noTrend: null } : { trend: null, noTrend: found.error };
}
