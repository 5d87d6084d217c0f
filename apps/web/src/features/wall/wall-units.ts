import { type Light, LIGHTS } from '@jixiao/domain';
import type { Overview } from '../../shared/api/schema.gen.js';
import { unitPoints } from '../monitoring/index.js';

type WallRound = Pick<Overview, 'rounds' | 'year' | 'month' | 'quadrants'>;
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

/** Rows below each other that can be read from far away. */
const ROWS = 11;
/** Newest rounds that have room beside a name. */
const SHOWN_ROUNDS = 6;
/** More rounds than this leave room for one column of units only. */
const ROUNDS_OF_TWO_COLUMNS = 4;

/**
 * Units as they stand on the wall: columns of rows, page after page, so that all of them come by.
 *
 * @param rounds how many cells a row has
 */
export function wallPages<U>(units: readonly U[], rounds: number): (readonly U[])[][] {
  const perPage = rounds > ROUNDS_OF_TWO_COLUMNS ? 1 : 2;
  const columns = cut(units, ROWS);
  return cut(columns, perPage);
}

/** The rounds of a year that the matrix shows. @param rounds oldest first */
export const shownRounds = <R>(rounds: readonly R[]): readonly R[] => rounds.slice(-SHOWN_ROUNDS);

const cut = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, place) => all.slice(place * size, (place + 1) * size));

/** What was spent of the budget, what the plans and what time would want, in percent. */
export interface WallProgress {
  /** Null where nothing is reported yet, or there is no budget (R7, R28). */
  readonly rate: number | null;
  /** What it is compared with (R8): the plans first, the straight line beside them. */
  readonly against: readonly { readonly by: 'plan' | 'time'; readonly rate: number; readonly gap: number | null }[];
}

export function progressOf({ rounds, year, month, quadrants }: WallRound): WallProgress {
  const point = unitPoints(rounds, year).find((one) => one.month === month);
  const rate = point?.actualPercent ?? null;
  const against = [
    { by: 'plan' as const, rate: point?.planPercent ?? null },
    { by: 'time' as const, rate: quadrants.timePercent },
  ];
  return {
    rate,
    against: against.flatMap((one) =>
      one.rate === null ? [] : [{ by: one.by, rate: one.rate, gap: rate === null ? null : rate - one.rate }],
    ),
  };
}
