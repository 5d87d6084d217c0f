import type { Indicator, ProjectLights } from '../../shared/api/schema.gen.js';

export type IndicatorLight = ProjectLights['goals']['indicators'][number];

export interface IndicatorRow {
  readonly target: Indicator;
  readonly light: IndicatorLight | null;
  /** True where the row begins another first level: the level is printed once per group. */
  readonly startsGroup: boolean;
}

/** Targets in their printed order, each with its light of the round where there is one. */
export function indicatorRows(targets: readonly Indicator[], lights: readonly IndicatorLight[]): IndicatorRow[] {
  const byId = new Map(lights.map((light) => [light.id, light]));
  return targets.map((target, index) => ({
    target,
    light: byId.get(target.id) ?? null,
    startsGroup: targets[index - 1]?.level1 !== target.level1,
  }));
}
