import { INDICATOR_TYPES, LIGHTS, type IndicatorType, type Light } from '@jixiao/domain';
import type { TransferLevel } from '../../targets/index.js';

/** Money of some projects, in 分. */
export interface Money {
  readonly projects: number;
  readonly budgetFen: number;
  readonly spentFen: number;
  /** What was to be spent by now (R5). */
  readonly plannedFen: number;
  /** What is missing to the plan, over those that are behind it only. */
  readonly lagFen: number;
}

/** Indicators of one type: how many have which light, and how far those with a measure have come. */
export type IndicatorFigures = Readonly<Record<Light, number>> & {
  readonly measured: number;
  /** Sum of what was reached of the annual targets, each at most 100 %, in hundredths of a percent. */
  readonly reached: number;
};

/** The end of the year (R48), over the projects of which both ends of it are known. */
export interface YearEndFigures {
  readonly projects: number;
  readonly spentFen: number;
  /** Spent in these months alone. */
  readonly endFen: number;
  readonly budgetFen: number;
  /** What the plans have for these months. */
  readonly plannedFen: number;
}

export const FUND_SOURCES = ['fiscal', 'other', 'unsplit'] as const;
/** 财政拨款; 其他资金 with what was carried over; what nobody divided. */
export type FundOf = (typeof FUND_SOURCES)[number];

export const TRANSFER_LEVELS = ['central', 'province', 'city', 'county', 'unknown'] as const;
export type LevelOf = TransferLevel | 'unknown';

/**
 * Everything that is counted of the projects of a unit in a round. All of it are sums, so that figures of units add up to
 * those of their department and of the county. 人员类 projects are not monitored and do not count.
 */
export interface OutlookFigures {
  readonly projects: number;
  /** Adjusted budgets of all of them. */
  readonly budgetFen: number;
  /** Those with a budget and a known expenditure: what a rate may be taken of, for blank is not zero (R28). */
  readonly money: Money;
  readonly goals: {
    readonly projects: number;
    /** Sum of the goal percentages of R15, in hundredths of a percent. */
    readonly percent: number;
  };
  readonly forecast: {
    readonly projects: number;
    readonly budgetFen: number;
    readonly spentFen: number;
    readonly forecastFen: number;
    readonly lowerFen: number;
    readonly upperFen: number;
    /** Likely to be spent in full, or not, as suggested of each of them (R46). */
    readonly certain: number;
    readonly possible: number;
    readonly impossible: number;
  };
  readonly lights: Readonly<Record<Light, { readonly projects: number; readonly budgetFen: number }>>;
  readonly reporting: {
    /** Handed in by the last day. */
    readonly onTime: number;
    readonly late: number;
    /** Not handed in after the deadline. */
    readonly missing: number;
    /** Not handed in, and the deadline has not passed. */
    readonly awaited: number;
  };
  readonly indicators: Readonly<Record<IndicatorType, IndicatorFigures>>;
  readonly funds: Readonly<Record<FundOf, Money>>;
  /** 上年结转 among the other funds. */
  readonly carriedOverFen: number;
  readonly levels: Readonly<Record<LevelOf, Money>>;
  readonly yearEnd: { readonly december: YearEndFigures; readonly fourthQuarter: YearEndFigures };
}

export const NO_MONEY: Money = { projects: 0, budgetFen: 0, spentFen: 0, plannedFen: 0, lagFen: 0 };
const NO_END: YearEndFigures = { projects: 0, spentFen: 0, endFen: 0, budgetFen: 0, plannedFen: 0 };

const each = <K extends string, V>(keys: readonly K[], value: V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value])) as Record<K, V>;

const NO_INDICATORS: IndicatorFigures = { ...each(LIGHTS, 0), measured: 0, reached: 0 };

export const NO_FIGURES: OutlookFigures = {
  projects: 0,
  budgetFen: 0,
  money: NO_MONEY,
  goals: { projects: 0, percent: 0 },
  forecast: {
    projects: 0,
    budgetFen: 0,
    spentFen: 0,
    forecastFen: 0,
    lowerFen: 0,
    upperFen: 0,
    certain: 0,
    possible: 0,
    impossible: 0,
  },
  lights: each(LIGHTS, { projects: 0, budgetFen: 0 }),
  reporting: { onTime: 0, late: 0, missing: 0, awaited: 0 },
  indicators: each(INDICATOR_TYPES, NO_INDICATORS),
  funds: each(FUND_SOURCES, NO_MONEY),
  carriedOverFen: 0,
  levels: each(TRANSFER_LEVELS, NO_MONEY),
  yearEnd: { december: NO_END, fourthQuarter: NO_END },
};

/** Adds figures of the same shape, number by number. */
export function addUp<T extends object>(a: T, b: T): T {
  const sum = Object.entries(a).map(([key, value]: [string, unknown]) => {
    const other: unknown = (b as Readonly<Record<string, unknown>>)[key];
    if (typeof value === 'number' && typeof other === 'number') return [key, value + other];
    return [key, addUp(value as object, other as object)];
  });
  return Object.fromEntries(sum) as T;
}

export const totalOf = (figures: readonly OutlookFigures[]): OutlookFigures =>
  figures.reduce((sum, one) => addUp(sum, one), NO_FIGURES);
