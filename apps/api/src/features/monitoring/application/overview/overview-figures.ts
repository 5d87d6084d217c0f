import { LIGHTS, QUADRANTS, timePercent, worstOf, type Light, type Quadrant } from '@jixiao/domain';
import { groupBy } from '../../../../platform/runtime/group-by.js';
import type { Overview, OverviewUnit } from '../../http/overview.dto.js';
import { MISMATCHES, type Figure, type LightSum } from '../../persistence/light-sums.repository.js';
import type { UnitInScope } from './units-in-scope.query.js';

const ON_TRACK: readonly Light[] = ['green', 'blue'];
const JUDGED = LIGHTS.filter((light) => light !== 'grey');

type ByLight = Overview['byLight'];
type Counts = OverviewUnit['byLight'];

/** The figures of a unit that its row shows. */
export const UNIT_FIGURES = [
  'projects',
  'budgetFen',
  'expenditureFen',
  'lagFen',
  'notReported',
  'awaitingReport',
] as const satisfies readonly Figure[];
export type UnitSum = LightSum<(typeof UNIT_FIGURES)[number], 'organisationId' | 'light'>;
export type CountOfUnit = LightSum<'projects', 'organisationId' | 'light'>;
type Share = Pick<LightSum, 'light' | 'projects' | 'budgetFen'>;

export const total = <F extends Figure>(sums: readonly Readonly<Record<F, number>>[], figure: F): number =>
  sums.reduce((all, each) => all + each[figure], 0);

const perLight = <S extends { readonly light: Light }, T>(
  sums: readonly S[],
  figure: (some: readonly S[]) => T,
): Record<Light, T> =>
  Object.fromEntries(LIGHTS.map((light) => [light, figure(sums.filter((each) => each.light === light))])) as Record<
    Light,
    T
  >;

const shareOf = (sums: readonly Share[]) => ({
  projects: total(sums, 'projects'),
  budgetFen: total(sums, 'budgetFen'),
});

export const byLight = (sums: readonly Share[]): ByLight => perLight(sums, shareOf);

/** In one pass: it is done twice for each of some hundred units. */
function countsOf(sums: readonly Pick<LightSum, 'light' | 'projects'>[]): Counts {
  const counts: Record<Light, number> = { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 };
  for (const { light, projects } of sums) counts[light] += projects;
  return counts;
}

const budgetOf = (sums: readonly Share[], lights: readonly Light[]): number =>
  total(
    sums.filter(({ light }) => lights.includes(light)),
    'budgetFen',
  );

/** The totals of the whole view. */
export const totals = (sums: readonly LightSum<Figure, 'light' | 'previousLight'>[]) => ({
  computedAt:
    sums
      .map(({ computedAt }) => computedAt)
      .sort()
      .at(-1) ?? null,
  ...shareOf(sums),
  expenditureFen: total(sums, 'expenditureFen'),
  plannedFen: total(sums, 'plannedFen'),
  lagFen: total(sums, 'lagFen'),
  treasury: {
    projects: total(sums, 'byTreasury'),
    releasedFen: total(sums, 'releasedFen'),
    receivedFen: total(sums, 'receivedFen'),
  },
  notReported: total(sums, 'notReported'),
  awaitingReport: total(sums, 'awaitingReport'),
  exempt: total(sums, 'exempt'),
});

/** From which colour to which, worst first, without the pairs that no project has. */
export const flow = (sums: readonly LightSum<Figure, 'light' | 'previousLight'>[]): NonNullable<Overview['flow']> =>
  LIGHTS.flatMap((from) =>
    LIGHTS.map((to) => ({
      from,
      to,
      ...shareOf(sums.filter(({ light, previousLight }) => light === to && previousLight === from)),
    })),
  ).filter(({ projects }) => projects > 0);

/** Where money and goals of the projects stand (R15), beside the straight line of the month (R5). */
export function quadrants(
  sums: readonly Readonly<Record<`${Quadrant}Projects` | `${Quadrant}Fen`, number>>[],
  month: number,
) {
  const items = QUADRANTS.map((side) => ({
    side,
    projects: total(sums, `${side}Projects`),
    budgetFen: total(sums, `${side}Fen`),
  }));
  return { timePercent: timePercent(month), judged: items.reduce((all, { projects }) => all + projects, 0), items };
}

export function mismatch(sums: readonly LightSum<Figure, 'light'>[]): Overview['mismatch'] {
  const [moneyAhead, goalsAhead] = MISMATCHES.map((side) => ({
    projects: total(sums, `${side}Projects`),
    budgetFen: total(sums, `${side}Fen`),
  }));
  const none = { projects: 0, budgetFen: 0 };
  return { moneyAhead: moneyAhead ?? none, goalsAhead: goalsAhead ?? none };
}

/**
 * One row per unit that has lights, in the order of `units`.
 * @param previous of the round before; null where there is none
 */
export function byUnit(
  units: readonly UnitInScope[],
  sums: readonly UnitSum[],
  previous: readonly CountOfUnit[] | null,
): OverviewUnit[] {
  const now = groupBy(sums, ({ organisationId }) => organisationId);
  const then = previous && groupBy(previous, ({ organisationId }) => organisationId);
  return units.flatMap(({ id, ...unit }) => {
    const own = now.get(id);
    return own === undefined
      ? []
      : [
          {
            organisationId: id,
            ...unit,
            projects: total(own, 'projects'),
            budgetFen: total(own, 'budgetFen'),
            expenditureFen: total(own, 'expenditureFen'),
            lagFen: total(own, 'lagFen'),
            notReported: total(own, 'notReported'),
            awaitingReport: total(own, 'awaitingReport'),
            light: worstOf(own.filter(({ projects }) => projects > 0).map(({ light }) => light)),
            byLight: countsOf(own),
            judgedFen: budgetOf(own, JUDGED),
            onTrackFen: budgetOf(own, ON_TRACK),
            previousByLight: then && countsOf(then.get(id) ?? []),
          },
        ];
  });
}
