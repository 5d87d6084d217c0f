import type { Fen } from '../kernel/money.js';
import { chainLadder } from './chain-ladder.js';
import { fenOfEstimate } from './forecast-money.js';
import { FINAL_MONTH, type MonthlyExpenditure } from './plan-curve.js';

/** When a history is long enough, and how wide the interval is, as data. */
export interface PoolRules {
  readonly minYears: number;
  /** Standard normal deviate of the interval's ends: 1.2816 leaves 10 % on either side. */
  readonly deviate: number;
}

export const POOL_RULES: PoolRules = { minYears: 3, deviate: 1.2815515655446004 };

/** Cumulative expenditure of a unit or a department, all its projects together, year by year. */
export interface PoolHistory {
  readonly earlierYears: readonly (readonly MonthlyExpenditure[])[];
  /** The current year up to the month of the forecast. */
  readonly currentYear: readonly MonthlyExpenditure[];
}

/** Amounts in whole 分. */
export interface PoolForecast {
  /** Spent by the latest month that the current year has. */
  readonly spentFen: Fen;
  /** The year's expenditure: what is spent and what is still to come. */
  readonly forecastFen: Fen;
  readonly standardErrorFen: Fen | null;
  /** 80 % interval of the year's expenditure; null where no error can be estimated. */
  readonly lowerFen: Fen | null;
  readonly upperFen: Fen | null;
  /** Earlier years and months of development that the forecast was made from. */
  readonly years: number;
  readonly months: readonly number[];
}

type Amounts = ReadonlyMap<number, number>;

/**
 * R45: forecasts a pool's expenditure by the chain ladder, with the year as origin and the month as development. Needs
 * `minYears` (3) earlier years that are known to their December; others are left out. Where some of those years are known
 * by the quarter only, the months that all of them have are the developments, and the current year goes on from the
 * latest of these that it has itself.
 *
 * The interval: a lognormal distribution with the mean and the standard error of what is still to come (Mack 1993, section
 * 6), its 10 % and 90 % quantiles, on top of what is spent; so it never begins below that. Neither does the forecast:
 * a history of refunds late in the year promises none. Floating point by nature, amounts rounded to whole 分.
 * @returns null with too short a history, or where the current year has spent nothing yet that could develop
 */
export function forecastPool(pool: PoolHistory, rules: PoolRules = POOL_RULES): PoolForecast | null {
  const years = pool.earlierYears.map(amountsOf).filter((year) => year.has(FINAL_MONTH));
  if (years.length < rules.minYears) return null;
  const current = amountsOf(pool.currentYear);
  const months = sharedMonths(years);
  const latest = months.findLastIndex((month) => current.has(month));
  if (latest === -1) return null;
  const development = months.filter((month, at) => at >= latest || current.has(month));
  const triangle = [...years, current].map((year) => development.flatMap((month) => year.get(month) ?? []));
  const origin = chainLadder(triangle).origins.at(-1);
  if (origin === undefined || origin.reserve === null) return null;

  const spent = current.get(Math.max(...current.keys())) ?? origin.latest;
  const interval = lognormalInterval(origin.reserve, origin.standardError, rules.deviate);
  const total = (toCome: number): Fen => fenOfEstimate(Math.max(origin.latest + toCome, spent));
  return {
    spentFen: spent,
    forecastFen: total(origin.reserve),
    standardErrorFen: origin.standardError === null ? null : fenOfEstimate(origin.standardError),
    lowerFen: interval && total(interval.lower),
    upperFen: interval && total(interval.upper),
    years: years.length,
    months: development,
  };
}

const amountsOf = (year: readonly MonthlyExpenditure[]): Amounts =>
  new Map(year.map(({ month, expenditureFen }) => [month, expenditureFen]));

function sharedMonths(years: readonly Amounts[]): readonly number[] {
  const first = [...(years[0]?.keys() ?? [])];
  return first.filter((month) => years.every((year) => year.has(month))).sort((a, b) => a - b);
}

/** Null where there is no error to be had, or nothing positive to come that a lognormal could describe. */
function lognormalInterval(
  mean: number,
  standardError: number | null,
  deviate: number,
): { readonly lower: number; readonly upper: number } | null {
  if (standardError === null) return null;
  if (standardError === 0) return { lower: mean, upper: mean };
  if (mean <= 0) return null;
  const variance = Math.log1p((standardError / mean) ** 2);
  const centre = Math.log(mean) - variance / 2;
  const spread = deviate * Math.sqrt(variance);
  return { lower: Math.exp(centre - spread), upper: Math.exp(centre + spread) };
}
