import type { Fen } from '../kernel/money.js';
import { bestMethod, summaryOf, type ErrorCase, type ErrorSummary } from './back-test-errors.js';
import { poolHistories, poolKey } from './back-test-pools.js';
import type { PastProject } from './past-project.js';
import { FINAL_MONTH, planAtMonth } from './plan-curve.js';
import { forecastPool, type PoolForecast, type PoolHistory } from './pool-forecast.js';
import { forecastByPool } from './project-by-pool.js';
import { FORECAST_METHODS, forecastYearEnd, type ForecastMethod } from './year-end-forecast.js';

/** When a method counts, as data. */
export interface BackTestRules {
  /** The chain ladder competes from this many cases that all methods have in common. */
  readonly minCommonCases: number;
}

export const BACK_TEST_RULES: BackTestRules = { minCommonCases: 10 };

type Summaries = Readonly<Record<ForecastMethod, ErrorSummary | null>>;

export interface BackTested {
  /** Errors of each method over all its own cases; null where it had none. */
  readonly methods: Summaries;
  /** Null where nothing could be tested. */
  readonly best: ForecastMethod | null;
}

export interface BackTest {
  /** January to November; in December there is nothing left to forecast. */
  readonly months: readonly (BackTested & { readonly month: number })[];
  readonly overall: BackTested;
}

/**
 * R45 on the past: how far each method's forecast was from what was spent in the end, in percent of the budget, for each
 * month that was known; and which was the best at each month and over all. Methods are compared on the cases that all of
 * them have (there is no pace where nothing was planned), the chain ladder only where those are enough; the best has the
 * least mean absolute error, of equal ones the first of {@link FORECAST_METHODS}.
 *
 * A project's chain ladder ({@link forecastByPool}) knows only the years before its own. Projects without a budget are left
 * out. Errors are floating point.
 */
export function backTest(history: readonly PastProject[], rules: BackTestRules = BACK_TEST_RULES): BackTest {
  const casesByMonth = casesOf(history.filter(({ budgetFen }) => budgetFen > 0));
  return {
    months: [...casesByMonth].map(([month, cases]) => ({ month, ...tested(cases, rules) })),
    overall: tested([...casesByMonth.values()].flat(), rules),
  };
}

function tested(cases: readonly ErrorCase[], { minCommonCases }: BackTestRules): BackTested {
  const { blend, planRemaining, pace, chainLadder } = summariesOf(cases);
  return { methods: { blend, planRemaining, pace, chainLadder }, best: bestMethod(cases, minCommonCases) };
}

function summariesOf(cases: readonly ErrorCase[]): Summaries {
  const [blend = null, planRemaining = null, pace = null, chainLadder = null] = FORECAST_METHODS.map((method) =>
    summaryOf(cases.flatMap((each) => each[method] ?? [])),
  );
  return { blend, planRemaining, pace, chainLadder };
}

function casesOf(projects: readonly PastProject[]): ReadonlyMap<number, readonly ErrorCase[]> {
  const histories = poolHistories(projects);
  const months = Array.from({ length: FINAL_MONTH - 1 }, (_, at) => at + 1);
  return new Map(
    months.map((month) => {
      const pools = poolForecasts(histories, month);
      const cases = projects.flatMap((project) => caseOf(project, month, pools.get(poolKey(project)) ?? null) ?? []);
      return [month, cases] as const;
    }),
  );
}

/** What each pool would have been forecast at the end of a month, by what was known then. */
function poolForecasts(histories: ReadonlyMap<string, PoolHistory>, month: number): ReadonlyMap<string, PoolForecast> {
  const forecasts = [...histories].map(([key, { earlierYears, currentYear }]) => {
    const known = currentYear.filter((each) => each.month <= month);
    const isKnown = known.some((each) => each.month === month);
    return [key, isKnown ? forecastPool({ earlierYears, currentYear: known }) : null] as const;
  });
  return new Map(forecasts.flatMap(([key, forecast]) => (forecast === null ? [] : [[key, forecast] as const])));
}

/** Null where the month is not known. */
function caseOf(project: PastProject, month: number, pool: PoolForecast | null): ErrorCase | null {
  const spentFen = project.months.find((each) => each.month === month)?.expenditureFen;
  if (spentFen === undefined) return null;
  const forecast = forecastYearEnd({
    spentFen,
    budgetFen: project.budgetFen,
    plannedPercent: planAtMonth(project, month),
  });
  if (!forecast.ok) return null;
  const { blendFen, planRemainingFen, paceFen } = forecast.value;
  const errorOf = (fen: Fen | null): number | null =>
    fen === null ? null : ((fen - project.finalFen) / project.budgetFen) * 100;
  return {
    blend: errorOf(blendFen),
    planRemaining: errorOf(planRemainingFen),
    pace: errorOf(paceFen),
    chainLadder: errorOf(pool && forecastByPool({ spentFen, budgetFen: project.budgetFen }, pool)),
  };
}
