import { type Light, LIGHTS } from '@jixiao/domain';
import type { Overview } from '../../shared/api/schema.gen.js';

type Unit = Overview['byUnit'][number];

/** A unit in the rounds of the year; null where it had no projects then. */
export interface UnitLights {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly ({ readonly light: Light; readonly worst: number } | null)[];
}

/** Worst first: what a screen far away has no room for should be the best. */
const RANK: Readonly<Record<Light, number>> = { red: 0, yellow: 1, green: 2, blue: 3, grey: 4 };

const isLight = (text: string): text is Light => LIGHTS.some((light) => light === text);
const countOf = ({ byLight, light }: Unit): number => (isLight(light) ? (byLight[light] ?? 0) : 0);

/**
 * Units of the newest round with their lights in each round: the worst light first, then the more money behind plan.
 *
 * @param rounds of one year, oldest first
 */
export function unitLights(rounds: readonly Overview[]): UnitLights[] {
  const newest = rounds.at(-1);
  const earlier = rounds.map(({ byUnit }) => new Map(byUnit.map((unit) => [unit.organisationId, unit])));
  return [...(newest?.byUnit ?? [])]
    .sort((a, b) => RANK[a.light] - RANK[b.light] || b.lagFen - a.lagFen || a.name.localeCompare(b.name, 'zh'))
    .map(({ organisationId, name }) => ({
      id: organisationId,
      name,
      cells: earlier.map((units) => {
        const unit = units.get(organisationId);
        return unit && unit.projects > 0 ? { light: unit.light, worst: countOf(unit) } : null;
      }),
    }));
}

/** What was spent of the budget and what time would want, in percent and points; null without a budget. */
export function progressOf(overview: Overview): { readonly rate: number; readonly gap: number } | null {
  if (overview.budgetFen === 0) return null;
  const rate = (overview.expenditureFen / overview.budgetFen) * 100;
  return { rate, gap: rate - overview.quadrants.timePercent };
}
