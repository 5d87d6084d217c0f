import { exact } from '../kernel/exact.js';
import type { SpendThreshold } from './assessment-types.js';
import { ZERO } from './figures.js';
import type { SichuanSpendRules } from './rule-pack.js';
import type { SpendFigures } from './spend-figures.js';
import type { SpendInput, SpendVerdict } from './spend-verdict.js';

/**
 * R12: the threshold of a round is the last one that has passed. One that passed before the project began asks nothing
 * of it. Null where none applies yet, with the month of the first one that will.
 */
export function thresholdOf(
  { thresholds }: SichuanSpendRules,
  { period, startMonth }: Pick<SpendInput, 'period' | 'startMonth'>,
): SpendThreshold {
  const own = thresholds.filter(({ month }) => month >= startMonth);
  const { month, percent } = own.filter((threshold) => threshold.month <= period.month).at(-1) ?? {};
  return {
    applied: month === undefined || percent === undefined ? null : { month, percent },
    firstMonth: own[0]?.month ?? null,
  };
}

/**
 * R12: strictly below the threshold is yellow, never red. Before the first threshold nothing is asked: nothing spent is
 * grey `not-due`, anything else green, as R10 has it for a plan of 0. The plan does not matter at all here: it could
 * excuse nobody from a threshold that the province sets for all.
 */
export function judgeThreshold(rules: SichuanSpendRules, figures: SpendFigures, input: SpendInput): SpendVerdict {
  const { applied } = thresholdOf(rules, input);
  const rate = figures.executionRate ?? ZERO;
  if (applied === null) {
    return rate.gt(ZERO) ? { light: 'green', reason: 'no-threshold-yet' } : { light: 'grey', reason: 'not-due' };
  }
  return rate.lt(exact(applied.percent))
    ? { light: 'yellow', reason: 'spend-below-threshold' }
    : { light: 'green', reason: 'spend-reaches-threshold' };
}
