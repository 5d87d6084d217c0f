import { FORECAST_METHODS, type ForecastMethod } from './year-end-forecast.js';

/** Error of each method in one case (a project, a year, a month): forecast minus final in percent of the budget. */
export type ErrorCase = Readonly<Record<ForecastMethod, number | null>>;

/** Errors in percent of the budget. */
export interface ErrorSummary {
  readonly meanAbsolute: number;
  /** Mean error: positive where the method promises too much. */
  readonly bias: number;
  readonly count: number;
}

/** Null of no errors. */
export function summaryOf(errors: readonly number[]): ErrorSummary | null {
  if (errors.length === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { meanAbsolute: mean(errors.map(Math.abs)), bias: mean(errors), count: errors.length };
}

/** Methods that are compared with each other: all; without a history of the pool; without anything planned so far. */
const FIELDS: readonly (readonly ForecastMethod[])[] = [
  FORECAST_METHODS,
  ['blend', 'planRemaining', 'pace'],
  ['blend', 'planRemaining'],
];

/**
 * The method with the least mean absolute error, of the widest field that has cases in common (for all methods, at least
 * `minCommonCases` of them); of equal ones the first. Null without a case.
 */
export function bestMethod(cases: readonly ErrorCase[], minCommonCases: number): ForecastMethod | null {
  for (const field of FIELDS) {
    const common = cases.filter((each) => field.every((method) => each[method] !== null));
    const needed = field === FORECAST_METHODS ? Math.max(1, minCommonCases) : 1;
    if (common.length >= needed) return leastError(field, common);
  }
  return null;
}

function leastError(field: readonly ForecastMethod[], common: readonly ErrorCase[]): ForecastMethod | null {
  let best: { readonly method: ForecastMethod; readonly error: number } | null = null;
  for (const method of field) {
    const error = summaryOf(common.flatMap((each) => each[method] ?? []))?.meanAbsolute ?? Infinity;
    if (best === null || error < best.error) best = { method, error };
  }
  return best?.method ?? null;
}
