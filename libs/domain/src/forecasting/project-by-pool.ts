import { exact } from '../kernel/exact.js';
import type { Fen } from '../kernel/money.js';
import { fenOfEstimate } from './forecast-money.js';
import type { PoolForecast } from './pool-forecast.js';
import { forecastCap, type ForecastInterval } from './year-end-forecast.js';

/** A project's cumulative expenditure at the month of its pool's forecast, and its adjusted budget; null without one. */
export interface ProjectOfPool {
  readonly spentFen: Fen;
  readonly budgetFen: Fen | null;
}

/**
 * R45: the chain-ladder forecast of one project: its own spending, developed as that of its pool is forecast to, at most
 * its budget unless that is exceeded already. Null where it has spent nothing that could develop. Floating point, in
 * whole 分.
 */
export function forecastByPool(project: ProjectOfPool, pool: PoolForecast): Fen | null {
  if (pool.spentFen <= 0 || project.spentFen <= 0) return null;
  const developed = fenOfEstimate(project.spentFen * (pool.forecastFen / pool.spentFen));
  return Math.min(mostOf(project), developed);
}

/**
 * R45: the interval around any forecast of one project by the history of its pool: what the project has still to come is as
 * uncertain, in proportion, as what its pool has, and at most its budget unless that is exceeded already. A single project
 * strays more than the sum of many, so that the true interval is wider. Null where the pool has none, or expects nothing
 * more.
 */
export function intervalByPool(
  project: ProjectOfPool & { readonly forecastFen: Fen },
  pool: PoolForecast,
): ForecastInterval | null {
  const poolToCome = pool.forecastFen - pool.spentFen;
  if (pool.lowerFen === null || pool.upperFen === null || poolToCome <= 0) return null;
  const toCome = project.forecastFen - project.spentFen;
  const end = (poolEnd: Fen): Fen =>
    Math.min(mostOf(project), fenOfEstimate(project.spentFen + toCome * ((poolEnd - pool.spentFen) / poolToCome)));
  return { lowerFen: end(pool.lowerFen), upperFen: end(pool.upperFen), basis: 'pool' };
}

/** The budget, or no limit where there is none or it is exceeded already. */
function mostOf({ spentFen, budgetFen }: ProjectOfPool): number {
  const isLimit = budgetFen !== null && forecastCap(exact(spentFen), exact(budgetFen)) !== null;
  return isLimit ? budgetFen : Infinity;
}
