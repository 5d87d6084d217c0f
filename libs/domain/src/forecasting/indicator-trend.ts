import { err, ok, type Result } from '../kernel/result.js';
import { QUARTERS, quarterAfter, seasonalIndices, unbrokenTail, type QuarterlyResult } from './indicator-series.js';
import { dampedHolt, theta, type TrendMethod } from './trend-methods.js';

export const TREND_METHODS = ['dampedHolt', 'theta'] as const;
export type TrendMethodName = (typeof TREND_METHODS)[number];

/** How a trend is tested before it is shown, as data. */
export interface TrendRules {
  /** Quarters without a gap that a forecast is fitted to at the least. */
  readonly minFitted: number;
  /** Earlier moments from which it has to have been right. */
  readonly minOrigins: number;
  /** Quarters that are forecast, and tested, ahead. */
  readonly horizon: number;
}

/** Three years of quarters: two to fit, and one to be right about. */
export const TREND_RULES: TrendRules = { minFitted: 8, minOrigins: 4, horizon: 4 };

export interface TrendInput {
  readonly results: readonly QuarterlyResult[];
  /** True where the result counts from January on and begins anew every year (cumulative and progress kinds, R17). */
  readonly isCumulative: boolean;
  /** Least and most that a result can be, as 0 and 100 for a share in %; null where there is no limit. */
  readonly bounds?: { readonly min: number | null; readonly max: number | null };
}

/** A forecast that was better than the naive one on the past. */
export interface IndicatorTrend {
  readonly method: TrendMethodName;
  readonly forecast: readonly QuarterlyResult[];
  /** Mean absolute error of the back-test in the indicator's unit: of the method, and of the naive forecast. */
  readonly meanAbsoluteError: number;
  readonly naiveError: number;
  /** Moments from which, and forecasts with which, both were tested. */
  readonly origins: number;
  readonly tested: number;
}

export type NoTrend = 'too-short' | 'not-better-than-naive';

type Forecaster = (history: readonly QuarterlyResult[], steps: number) => readonly number[];

const METHODS: Readonly<Record<TrendMethodName, TrendMethod>> = { dampedHolt, theta };

/**
 * R47: forecasts an indicator by damped Holt and by Theta, whichever was the better, and only where it was better than the
 * naive forecast: the last value, or for a cumulative indicator the same quarter of the last year. The back-test walks
 * through the past (rolling origin): from every quarter with enough before it, each method is fitted to what was known
 * then and compared with what came in the `horizon` after it, by the mean absolute error. Equal is not better.
 *
 * Cumulative results are freed of their seasons first (the classical ratio to the year, as in the M3 competition) and get
 * them back afterwards, and do not fall within a year. Floating point by nature.
 * @returns `too-short` where fewer than `minFitted + minOrigins` quarters without a gap lead to the latest one
 */
export function indicatorTrend(input: TrendInput, rules: TrendRules = TREND_RULES): Result<IndicatorTrend, NoTrend> {
  const history = unbrokenTail(input.results);
  const origins = history.length - rules.minFitted;
  if (origins < rules.minOrigins) return err('too-short');
  const tests = testsOf(history, rules);
  const naive = errorOf(naiveForecaster(input.isCumulative), tests);
  const tried = TREND_METHODS.map((method) => {
    const forecaster = forecasterOf(METHODS[method], input);
    return { method, forecaster, error: errorOf(forecaster, tests) };
  });
  const best = tried.reduce((one, other) => (other.error < one.error ? other : one));
  if (!(best.error < naive)) return err('not-better-than-naive');
  return ok({
    method: best.method,
    forecast: best.forecaster(history, rules.horizon).map((value, at) => ({ ...after(history, at + 1), value })),
    meanAbsoluteError: best.error,
    naiveError: naive,
    origins,
    tested: tests.reduce((sum, { actual }) => sum + actual.length, 0),
  });
}

interface Test {
  readonly known: readonly QuarterlyResult[];
  readonly actual: readonly number[];
}

function testsOf(history: readonly QuarterlyResult[], { minFitted, horizon }: TrendRules): readonly Test[] {
  return Array.from({ length: history.length - minFitted }, (_, at) => ({
    known: history.slice(0, minFitted + at),
    actual: valuesOf(history.slice(minFitted + at, minFitted + at + horizon)),
  }));
}

function errorOf(forecaster: Forecaster, tests: readonly Test[]): number {
  const errors = tests.flatMap(({ known, actual }) => {
    const forecast = forecaster(known, actual.length);
    return actual.map((value, at) => Math.abs(value - (forecast[at] ?? 0)));
  });
  return errors.reduce((sum, error) => sum + error, 0) / errors.length;
}

const naiveForecaster =
  (isCumulative: boolean): Forecaster =>
  (history, steps) => {
    const season = isCumulative ? QUARTERS : 1;
    const last = valuesOf(history.slice(-season));
    return Array.from({ length: steps }, (_, at) => last[at % season] ?? 0);
  };

/** The method, freed of seasons for a cumulative indicator and held within what a result can be. */
function forecasterOf(method: TrendMethod, { isCumulative, bounds }: TrendInput): Forecaster {
  return (history, steps) => {
    const values = valuesOf(history);
    const indices = isCumulative ? seasonalIndices(values, history[0]?.quarter ?? 1) : null;
    const indexOf = (quarter: number): number => indices?.[quarter - 1] ?? 1;
    const freed = history.map(({ quarter, value }) => value / indexOf(quarter));
    const forecast = method(freed, steps).map((value, at) => value * indexOf(after(history, at + 1).quarter));
    const possible = forecast.map((value) => withinBounds(value, bounds));
    return isCumulative ? neverFalling(possible, history) : possible;
  };
}

function withinBounds(value: number, bounds: TrendInput['bounds']): number {
  return Math.min(Math.max(value, bounds?.min ?? -Infinity), bounds?.max ?? Infinity);
}

/** What is counted from January on cannot become less before the year ends. */
function neverFalling(forecast: readonly number[], history: readonly QuarterlyResult[]): readonly number[] {
  let reached = history.at(-1)?.value ?? 0;
  return forecast.map((value, at) => {
    const startsYear = after(history, at + 1).quarter === 1;
    reached = startsYear ? value : Math.max(value, reached);
    return reached;
  });
}

const valuesOf = (results: readonly QuarterlyResult[]): readonly number[] => results.map(({ value }) => value);

function after(history: readonly QuarterlyResult[], steps: number): Pick<QuarterlyResult, 'year' | 'quarter'> {
  return quarterAfter(history.at(-1) ?? { year: 0, quarter: 1 }, steps);
}
