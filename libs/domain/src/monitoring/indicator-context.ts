import { exact } from '../kernel/exact.js';
import type { Period } from '../kernel/period.js';
import { lastDayOf } from '../kernel/period.js';
import { straightLinePercent } from '../targets/spend-schedule.js';
import type { IndicatorTarget } from '../targets/target-types.js';
import type { IndicatorReason, Light, StandardBasis } from './assessment-types.js';
import type { Exact } from './figures.js';
import { HUNDRED, percentOf } from './figures.js';
import type { Bands, IndicatorRules } from './rule-pack.js';
import type { SpendFigures } from './spend-figures.js';

/** What the indicators of a project share in a round. */
export interface IndicatorContext {
  readonly period: Period;
  readonly rules: IndicatorRules;
  readonly spend: SpendFigures;
  readonly startMonth: number;
  /** 人员类: every light is grey `exempt`. */
  readonly exempt: boolean;
}

/** What a rule of R17–R21 decides about one indicator, exact. */
export interface IndicatorVerdict {
  readonly light: Light;
  readonly reason: IndicatorReason;
  readonly standard?: Exact | null;
  readonly standardBasis?: StandardBasis;
  /** Percent of the year's target that the standard stands for, where it is scaled. */
  readonly progress?: Exact;
  readonly ratio?: Exact | null;
  readonly bands?: Bands;
  readonly smallTargetBelow?: number;
}

/** What a numeric target is judged against in a round. */
export interface Standard {
  readonly value: Exact;
  readonly basis: StandardBasis;
  readonly progress?: Exact;
}

export const grey = (reason: IndicatorReason): IndicatorVerdict => ({ light: 'grey', reason });

export const isFinalMonth = (period: Period): boolean => period.month === 12;

/** The bands of R18: those of month 12 judge the annual target. */
export function bandsOf(rules: IndicatorRules, period: Period): Bands {
  return isFinalMonth(period)
    ? { redBelow: rules.finalRedBelow, yellowBelow: rules.finalYellowBelow }
    : { redBelow: rules.redBelow, yellowBelow: rules.yellowBelow };
}

/**
 * The standard of a round (R17, R18): the phased target where one is set, else the year's target × month/12; in month
 * 12 the year's target itself. For a project added in the course of the year, month/12 counts from that month, as
 * straight-line does in R5.
 */
export function standardOf(
  annual: Exact,
  phased: Exact | null,
  context: Pick<IndicatorContext, 'period' | 'startMonth'>,
): Standard {
  if (isFinalMonth(context.period)) return { value: annual, basis: 'annualTarget' };
  if (phased !== null) return { value: phased, basis: 'phasedTarget' };
  const progress = straightLinePercent(context.period, context.startMonth);
  return { value: share(annual, progress), basis: 'straightLine', progress };
}

/** `percent` of an amount. */
export const share = (amount: Exact, percent: Exact): Exact => amount.mul(percent).div(HUNDRED);

/** The ratio of a result to its standard, as the figures of a verdict. */
export function ratioFigures(result: Exact, standard: Standard) {
  return {
    standard: standard.value,
    standardBasis: standard.basis,
    progress: standard.progress,
    ratio: percentOf(result, standard.value),
  };
}

/**
 * Whether an indicator is to be reported in a round (R17, R21, R28): not before the month from which it is assessed,
 * and a date only once its day has come.
 */
export function isDue(target: Pick<IndicatorTarget, 'kind' | 'assessedFrom' | 'dueDate'>, period: Period): boolean {
  if (period.month < target.assessedFrom) return false;
  return target.kind !== 'date' || target.dueDate === null || target.dueDate <= lastDayOf(period);
}

/** The annual target as an exact number; null where the target has none to judge by. */
export function annualTarget(target: Pick<IndicatorTarget, 'number'>): Exact | null {
  return target.number === null || !Number.isFinite(target.number) ? null : exact(target.number);
}
