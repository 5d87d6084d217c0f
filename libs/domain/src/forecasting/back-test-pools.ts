import type { PastProject } from './past-project.js';
import { FINAL_MONTH, type MonthlyExpenditure } from './plan-curve.js';
import type { PoolHistory } from './pool-forecast.js';

type InPool = Pick<PastProject, 'pool' | 'year'>;

/** Names a pool's year. */
export const poolKey = ({ pool, year }: InPool): string => JSON.stringify([pool, year]);

/** Every pool's year with the years before it, by {@link poolKey}. */
export function poolHistories(projects: readonly PastProject[]): ReadonlyMap<string, PoolHistory> {
  const members = new Map<string, PastProject[]>();
  for (const project of projects) {
    const known = members.get(poolKey(project));
    if (known) known.push(project);
    else members.set(poolKey(project), [project]);
  }
  const years = [...members].flatMap(([key, [first, ...others]]) =>
    first === undefined ? [] : [{ key, pool: first.pool, year: first.year, curve: sumOf([first, ...others]) }],
  );
  return new Map(
    years.map(({ key, pool, year, curve }) => {
      const earlier = years.filter((each) => each.pool === pool && each.year < year);
      return [key, { earlierYears: earlier.map((each) => each.curve), currentYear: curve }] as const;
    }),
  );
}

/** The pool's expenditure in the months that all its projects have; December is what each spent in the end. */
function sumOf(projects: readonly PastProject[]): readonly MonthlyExpenditure[] {
  const curves = projects.map(
    ({ months, finalFen }) =>
      new Map([...months.map((each) => [each.month, each.expenditureFen] as const), [FINAL_MONTH, finalFen]]),
  );
  return Array.from({ length: FINAL_MONTH }, (_, at) => at + 1)
    .filter((month) => curves.every((curve) => curve.has(month)))
    .map((month) => ({ month, expenditureFen: curves.reduce((sum, curve) => sum + (curve.get(month) ?? 0), 0) }));
}
