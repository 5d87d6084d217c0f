import type { ProjectLights, Report } from '../../shared/api/schema.gen.js';

type IndicatorLight = ProjectLights['goals']['indicators'][number];
type Result = Report['results'][number];

/** An indicator as it is now, as it was in the last round, and what the unit says of it. */
export interface FigureRow {
  readonly light: IndicatorLight;
  readonly previous: number | null;
  /** Now minus last round; null where one of the two is no figure. */
  readonly difference: number | null;
  readonly said: Pick<Result, 'reasons' | 'reasonNote' | 'likelihood' | 'note' | 'expected'> | null;
}

/** Decimals that a difference may have: the binary remainder of a subtraction is none of the unit's. */
const DECIMALS = 6;

/** The indicators of a report in the order of the target. */
export function figureRows(report: Report, lights: ProjectLights): FigureRow[] {
  const results = new Map(report.results.map((result) => [result.indicatorId, result]));
  const before = new Map((report.previous?.results ?? []).map(({ indicatorId, value }) => [indicatorId, value]));
  return lights.goals.indicators.map((light) => {
    const previous = before.get(light.id) ?? null;
    const now = results.get(light.id)?.value ?? null;
    const difference = now === null || previous === null ? null : Number((now - previous).toFixed(DECIMALS));
    return { light, previous, difference, said: results.get(light.id) ?? null };
  });
}
