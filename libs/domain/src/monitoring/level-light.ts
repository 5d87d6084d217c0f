import type { IndicatorTarget } from '../targets/target-types.js';
import type { Exact } from './figures.js';
import type { IndicatorVerdict } from './indicator-context.js';

/**
 * R19: a level is compared with its target as it stands, never scaled by the month, with the printed operator taken
 * strictly. An explicit `=` lights as ≥ (exceeding it is a remark of R25), except `=0`, which only 0 can meet (R34);
 * without an operator the inferred direction decides (R17b).
 */
export function levelLight(target: IndicatorTarget, annual: Exact, result: Exact): IndicatorVerdict {
  const met = meets(target, annual, result);
  return {
    light: met ? 'green' : 'red',
    reason: met ? 'target-met' : 'target-missed',
    standard: annual,
    standardBasis: 'annualTarget',
  };
}

function meets(target: IndicatorTarget, annual: Exact, result: Exact): boolean {
  switch (target.operator) {
    case 'gt':
      return result.gt(annual);
    case 'lt':
      return result.lt(annual);
    case 'gte':
      return result.gte(annual);
    case 'lte':
      return result.lte(annual);
    case 'eq':
    case 'qualitative':
    case 'date':
      return isAtMost(target) ? result.lte(annual) : result.gte(annual);
  }
}

/** Whether less is better: by the printed operator, else by the direction (R17b; `=` is atLeast but for `=0`). */
export function isAtMost(target: Pick<IndicatorTarget, 'operator' | 'direction'>): boolean {
  if (target.operator === 'lte' || target.operator === 'lt') return true;
  return target.operator === 'eq' && target.direction === 'atMost';
}
