import type { PastProject } from './past-project.js';
import { FINAL_MONTH, type MonthlyExpenditure } from './plan-curve.js';
import { forecastPool, type PoolForecast, type PoolHistory } from './pool-forecast.js';

/** Pools that a project is forecast by: its unit, else its department (R45). */
const FORECAST_POOLS = 2;

/** Names a pool's year. */
const poolKey = (pool: string, year: number): string => JSON.stringify([pool, year]);

/** Every pool's year with the years before it. A project belongs to each of its pools. */
export function poolHistories(projects: readonly PastProject[]): ReadonlyMap<string, PoolHistory> {
  const members = new Map<string, PastProject[]>();
  for (const project of projects) {
    for (const pool of project.pools) {
      const key = poolKey(pool, project.year);
      const known = members.get(key);
      if (known) known.push(project);
      else members.set(key, [project]);
    }
  }
  const years = new Map<string, { readonly year: number; readonly curve: readonly MonthlyExpenditure[] }[]>();
  for (const [key, of] of members) {
    const [pool, year] = JSON.parse(key) as [string, number];
    years.set(pool, [...(years.get(pool) ?? []), { year, curve: sumOf(of) }]);
  }
  return new Map(
    [...years].flatMap(([pool, ofPool]) =>
      ofPool.map(({ year, curve }): [string, PoolHistory] => {
        const earlier = ofPool.filter((each) => each.year < year);
        return [poolKey(pool, year), { earlierYears: earlier.map((each) => each.curve), currentYear: curve }];
      }),
    ),
  );
}

/** What each pool would have been forecast at the end of a month, by what was known then; those without are left out. */
export function poolForecasts(
  histories: ReadonlyMap<string, PoolHistory>,
  month: number,
): ReadonlyMap<string, PoolForecast> {
  return new Map(
    [...histories].flatMap(([key, { earlierYears, currentYear }]) => {
      const known = currentYear.filter((each) => each.month <= month);
      const forecast = known.at(-1)?.month === month ? forecastPool({ earlierYears, currentYear: known }) : null;
      return forecast === null ? [] : [[key, forecast] as const];
    }),
  );
}

/** The pool that a project would have been forecast by; null where none had the history. */
export function poolOf(
  { pools, year }: PastProject,
  forecasts: ReadonlyMap<string, PoolForecast>,
): PoolForecast | null {
  for (const pool of pools.slice(0, FORECAST_POOLS)) {
    const forecast = forecasts.get(poolKey(pool, year));
    if (forecast !== undefined) return forecast;
  }
  return null;
}

/**
 * The pool's expenditure in the months that all its projects have, for a blank is not zero (R28); before a project begins it
 * has spent nothing. December is what each spent in the end.
 */
function sumOf(projects: readonly PastProject[]): readonly MonthlyExpenditure[] {
  const curves = projects.map(({ months, finalFen, startMonth }) => ({
    startMonth,
    spent: new Map([...months.map((each) => [each.month, each.expenditureFen] as const), [FINAL_MONTH, finalFen]]),
  }));
  return Array.from({ length: FINAL_MONTH }, (_, at) => at + 1)
    .filter((month) => curves.every(({ startMonth, spent }) => month < startMonth || spent.has(month)))
    .map((month) => ({
      month,
      expenditureFen: curves.reduce((sum, { spent }) => sum + (spent.get(month) ?? 0), 0),
    }));
}
