import { FORECAST_METHODS, type ForecastMethod } from './year-end-forecast.js';

/** One case: a project at a month of a year that is over, and how wrong each method would have been. */
export interface BackTestCase {
  /** The first of the project's pools. */
  readonly pool: string;
  readonly year: number;
  readonly month: number;
  /** Forecast minus final in percent of the budget; null where the method has no forecast. */
  readonly errors: Readonly<Record<ForecastMethod, number | null>>;
  /** Whether the final figure lay within the 80 % interval around the forecast; null where there is no such interval. */
  readonly inside: Readonly<Record<ForecastMethod, boolean | null>>;
}

/** Sums over cases, from which means are taken. Errors in percent of the budget. */
export interface MethodTally {
  readonly count: number;
  readonly absolute: number;
  readonly signed: number;
  /** Cases with an 80 % interval, and those of them whose final figure lay within it. */
  readonly intervals: number;
  readonly inside: number;
}

/** Sums of absolute errors over the cases that all methods of a field have; the others are zero. */
export interface FieldTally {
  readonly count: number;
  readonly absolute: Readonly<Record<ForecastMethod, number>>;
}

/** What the cases of one month add up to; any two of them add up to that of both, so that units make up departments. */
export interface MonthTally {
  readonly month: number;
  readonly cases: number;
  readonly methods: Readonly<Record<ForecastMethod, MethodTally>>;
  /** By {@link FIELDS}. */
  readonly fields: readonly FieldTally[];
}

/** Methods that are compared with each other: all; without a history of the pool; without anything planned so far. */
export const FIELDS: readonly (readonly ForecastMethod[])[] = [
  FORECAST_METHODS,
  ['blend', 'planRemaining', 'pace'],
  ['blend', 'planRemaining'],
];

const byMethod = <T>(valueOf: (method: ForecastMethod) => T): Record<ForecastMethod, T> => ({
  blend: valueOf('blend'),
  planRemaining: valueOf('planRemaining'),
  pace: valueOf('pace'),
  chainLadder: valueOf('chainLadder'),
});

/** Adds the tallies of several months or pools up, month by month, ascending. */
export function addTallies(tallies: readonly MonthTally[]): readonly MonthTally[] {
  const months = [...new Set(tallies.map(({ month }) => month))].sort((a, b) => a - b);
  return months.map((month) => ({ ...sumOfTallies(tallies.filter((each) => each.month === month)), month }));
}

/** The same of whatever months, as one. */
export function sumOfTallies(tallies: readonly Omit<MonthTally, 'month'>[]): Omit<MonthTally, 'month'> {
  const sum = <T>(of: readonly T[], valueOf: (each: T) => number): number =>
    of.reduce((total, each) => total + valueOf(each), 0);
  return {
    cases: sum(tallies, ({ cases }) => cases),
    methods: byMethod((method) => {
      const own = tallies.map(({ methods }) => methods[method]);
      return {
        count: sum(own, ({ count }) => count),
        absolute: sum(own, ({ absolute }) => absolute),
        signed: sum(own, ({ signed }) => signed),
        intervals: sum(own, ({ intervals }) => intervals),
        inside: sum(own, ({ inside }) => inside),
      };
    }),
    fields: FIELDS.map((_, at) => {
      const own = tallies.flatMap(({ fields }) => fields[at] ?? []);
      return {
        count: sum(own, ({ count }) => count),
        absolute: byMethod((method) => sum(own, ({ absolute }) => absolute[method])),
      };
    }),
  };
}

/** What a list of cases adds up to, month by month, ascending. */
export const tallyCases = (cases: readonly BackTestCase[]): readonly MonthTally[] => addTallies(cases.map(tallyOf));

function tallyOf({ month, errors, inside }: BackTestCase): MonthTally {
  return {
    month,
    cases: 1,
    methods: byMethod((method) => ({
      count: errors[method] === null ? 0 : 1,
      absolute: Math.abs(errors[method] ?? 0),
      signed: errors[method] ?? 0,
      intervals: inside[method] === null ? 0 : 1,
      inside: inside[method] === true ? 1 : 0,
    })),
    fields: FIELDS.map((field) => {
      const isCommon = field.every((method) => errors[method] !== null);
      const absolute = byMethod((method) => (isCommon && field.includes(method) ? Math.abs(errors[method] ?? 0) : 0));
      return { count: isCommon ? 1 : 0, absolute };
    }),
  };
}
