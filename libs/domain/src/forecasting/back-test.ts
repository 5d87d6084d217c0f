import type { Fen } from '../kernel/money.js';
import { poolForecasts, poolHistories, poolOf } from './back-test-pools.js';
import {
  FIELDS,
  sumOfTallies,
  tallyCases,
  type BackTestCase,
  type FieldTally,
  type MethodTally,
  type MonthTally,
} from './back-test-tally.js';
import type { PastMonth, PastProject } from './past-project.js';
import { FINAL_MONTH, planAtMonth } from './plan-curve.js';
import type { PoolForecast } from './pool-forecast.js';
import { forecastByPool, intervalByPool } from './project-by-pool.js';
import { FORECAST_METHODS, forecastYearEnd, type ForecastMethod } from './year-end-forecast.js';

/** When a method counts, as data. */
export interface BackTestRules {
  /** The chain ladder competes from this many cases that all methods have in common. */
  readonly minCommonCases: number;
}

export const BACK_TEST_RULES: BackTestRules = { minCommonCases: 10 };

/** Errors of a method in percent of the budget. */
export interface ErrorSummary {
  readonly meanAbsolute: number;
  /** Mean error: positive where the method promises too much. */
  readonly bias: number;
  readonly count: number;
  /** How often the 80 % interval held the final figure; null where no case had one. */
  readonly coverage: { readonly inside: number; readonly count: number } | null;
}

export interface BackTested {
  readonly cases: number;
  /** Errors of each method over all its own cases; null where it had none. */
  readonly methods: Readonly<Record<ForecastMethod, ErrorSummary | null>>;
  /** Null where nothing could be tested. */
  readonly best: ForecastMethod | null;
  /** What the best was found by: mean absolute errors over the cases that all compared methods have. */
  readonly compared: {
    readonly count: number;
    readonly errors: readonly { readonly method: ForecastMethod; readonly meanAbsolute: number }[];
  } | null;
}

export interface BackTest {
  /** January to November, those that were known of anything; in December there is nothing left to forecast. */
  readonly months: readonly (BackTested & { readonly month: number })[];
  readonly overall: BackTested;
}

/**
 * R45 on the past: how far each method's forecast was from what was spent in the end, in percent of the budget, for each
 * month that was known; how often the 80 % interval of the pool held the final figure; and which method was the best at each
 * month and over all. Methods are compared on the cases that all of them have (there is no pace where nothing was planned),
 * the chain ladder only where those are enough; the best has the least mean absolute error, of equal ones the first of
 * {@link FORECAST_METHODS}. Errors are floating point.
 */
export const backTest = (history: readonly PastProject[], rules: BackTestRules = BACK_TEST_RULES): BackTest =>
  backTestOf(tallyCases(backTestCases(history)), rules);

/** The result of what was tallied, of one pool or of many. @param months each month once, ascending */
export const backTestOf = (months: readonly MonthTally[], rules: BackTestRules = BACK_TEST_RULES): BackTest => ({
  months: months.map((each) => ({ month: each.month, ...tested(each, rules) })),
  overall: tested(sumOfTallies(months), rules),
});

function tested({ cases, methods, fields }: Omit<MonthTally, 'month'>, rules: BackTestRules): BackTested {
  const compared = comparedOf(fields, rules);
  return {
    cases,
    methods: {
      blend: summaryOf(methods.blend),
      planRemaining: summaryOf(methods.planRemaining),
      pace: summaryOf(methods.pace),
      chainLadder: summaryOf(methods.chainLadder),
    },
    best: bestOf(compared),
    compared,
  };
}

function summaryOf({ count, absolute, signed, intervals, inside }: MethodTally): ErrorSummary | null {
  if (count === 0) return null;
  const coverage = intervals === 0 ? null : { inside, count: intervals };
  return { meanAbsolute: absolute / count, bias: signed / count, count, coverage };
}

/** The widest field that has cases in common; for all methods, at least `minCommonCases` of them. */
function comparedOf(fields: readonly FieldTally[], { minCommonCases }: BackTestRules): BackTested['compared'] {
  const at = FIELDS.findIndex((field, place) => {
    const needed = field.length === FORECAST_METHODS.length ? Math.max(1, minCommonCases) : 1;
    return (fields[place]?.count ?? 0) >= needed;
  });
  const found = fields[at];
  if (found === undefined) return null;
  const { count, absolute } = found;
  const errors = (FIELDS[at] ?? []).map((method) => ({ method, meanAbsolute: absolute[method] / count }));
  return { count, errors };
}

function bestOf(compared: BackTested['compared']): ForecastMethod | null {
  const [first, ...others] = compared?.errors ?? [];
  if (first === undefined) return null;
  return others.reduce((best, other) => (other.meanAbsolute < best.meanAbsolute ? other : best), first).method;
}

/**
 * Every case of a history: each month that was known of each project, but December. A project's chain ladder
 * ({@link forecastByPool}) knows only the years before its own. Projects without a budget are left out.
 */
export const backTestCases = (history: readonly PastProject[]): readonly BackTestCase[] =>
  [...casesByMonth(history)].flat();

/** The same month by month, so that whoever has others waiting can let them have a turn in between. */
export function* casesByMonth(history: readonly PastProject[]): Generator<readonly BackTestCase[], void> {
  const projects = history.filter(({ budgetFen }) => budgetFen > 0);
  const histories = poolHistories(history);
  for (let month = 1; month < FINAL_MONTH; month += 1) {
    const pools = poolForecasts(histories, month);
    yield projects.flatMap((project) => {
      const known = project.months.find((each) => each.month === month);
      return (known && caseOf(project, known, poolOf(project, pools))) ?? [];
    });
  }
}

function caseOf(project: PastProject, known: PastMonth, pool: PoolForecast | null): BackTestCase | null {
  const { month, expenditureFen: spentFen, budgetFen = project.budgetFen, schedule = project.schedule } = known;
  const plan = { schedule, startMonth: project.startMonth };
  const forecast = forecastYearEnd({ spentFen, budgetFen, plannedPercent: planAtMonth(plan, month) });
  if (!forecast.ok) return null;
  const { blendFen, planRemainingFen, paceFen } = forecast.value;
  const chainLadderFen = pool && forecastByPool({ spentFen, budgetFen }, pool);
  const errorOf = (fen: Fen | null): number | null =>
    fen === null ? null : ((fen - project.finalFen) / project.budgetFen) * 100;
  const isInside = (fen: Fen | null): boolean | null => {
    const interval =
      fen === null || pool === null ? null : intervalByPool({ spentFen, budgetFen, forecastFen: fen }, pool);
    return interval && interval.lowerFen <= project.finalFen && project.finalFen <= interval.upperFen;
  };
  return {
    pool: project.pools[0] ?? '',
    year: project.year,
    month,
    errors: {
      blend: errorOf(blendFen),
      planRemaining: errorOf(planRemainingFen),
      pace: errorOf(paceFen),
      chainLadder: errorOf(chainLadderFen),
    },
    inside: {
      blend: isInside(blendFen),
      planRemaining: isInside(planRemainingFen),
      pace: isInside(paceFen),
      chainLadder: isInside(chainLadderFen),
    },
  };
}
