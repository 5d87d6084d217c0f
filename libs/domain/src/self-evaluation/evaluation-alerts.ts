import { exact, type Fraction } from '../kernel/exact.js';
import { HUNDRED, percentOf, shown, ZERO } from '../monitoring/figures.js';
import type { EvaluationRules } from './evaluation-rules.js';
import type { EvaluationAlert, ExecutionPoints } from './evaluation-types.js';
import type { LeafSums } from './total-points.js';

type AlertLimits = Pick<EvaluationRules, 'pointGapPercent' | 'unspentPercent'>;

/**
 * R39, lights of the self-evaluation itself. Red where the indicators claim much more than the money bears out: (indicator point
 * rate − execution point rate) ÷ indicator point rate > 5 %: 85.5/90 and 9.0/10 → 5.26 %, with 9.1 → 4.21 % none. An indicator
 * rate of 0, or one that is not known, is not evaluated. Else yellow where more than 20 % is unspent: 79 of 100.
 * @param rate of execution in percent, exact (R7)
 */
export function evaluationAlerts(
  execution: ExecutionPoints,
  rate: Fraction | null,
  leaves: LeafSums,
  rules: AlertLimits,
): EvaluationAlert[] {
  const gap = pointGap(execution, leaves);
  if (gap !== null && gap.percent.gt(exact(rules.pointGapPercent))) {
    const rates = { leafRate: shown(gap.leafRate), executionRate: shown(gap.executionRate) };
    const params = { ...rates, gap: shown(gap.percent), limit: rules.pointGapPercent };
    return [{ code: 'points-above-execution', light: 'red', params }];
  }
  const unspent = rate === null ? null : HUNDRED.sub(rate);
  if (unspent === null || unspent.lte(exact(rules.unspentPercent))) return [];
  return [{ code: 'unspent', light: 'yellow', params: { unspent: shown(unspent), limit: rules.unspentPercent } }];
}

/** Both rates of points in percent, and by how much of the first one the second is behind. */
function pointGap(execution: ExecutionPoints, { points, weight }: LeafSums) {
  if (points === null || execution.points === null) return null;
  const leafRate = percentOf(points, weight);
  const executionRate = percentOf(exact(execution.points), exact(execution.weight));
  if (leafRate === null || executionRate === null || leafRate.lte(ZERO)) return null;
  return { leafRate, executionRate, percent: leafRate.sub(executionRate).div(leafRate).mul(HUNDRED) };
}
