import { HUNDRED, ZERO } from '../monitoring/figures.js';
import type { LeafVerdict, NumberToScore } from './leaf-verdict.js';

/**
 * R32, of a target above zero: completion × weight, at most the weight; a negative result counts as 0. ≥98 %, weight 10: 95 →
 * 9.69, 98 and 120 → 10. Strict operators and an explicit `=` score alike: the boundary scores full, and what goes beyond it
 * as well, which is for R25 to ask about.
 */
export function positivePoints({ target, result, weight }: NumberToScore): LeafVerdict {
  const counted = result.isNegative() ? ZERO : result;
  const completion = counted.div(target).mul(HUNDRED);
  const share = completion.gt(HUNDRED) ? HUNDRED : completion;
  return { rule: 'positive', completion, points: share.mul(weight).div(HUNDRED) };
}
