import { exact, type Fraction } from '../kernel/exact.js';
import { HUNDRED, ZERO } from '../monitoring/figures.js';
import type { EvaluationRules } from './evaluation-rules.js';
import type { LeafVerdict, NumberToScore } from './leaf-verdict.js';

/**
 * R33, of a ceiling above zero: full where it is kept, also at the boundary of a strict one; else target ÷ result (`ratio`), or
 * falling to zero at twice the target (`linear`). ≤10分钟, weight 10: 9 → 10; 12 → 8.33 or 8.00; 20 → 5.00 or 0.
 */
export function reversePoints(
  { target, result, weight }: NumberToScore,
  reverse: EvaluationRules['reverse'],
): LeafVerdict {
  const completion = result.lte(target) ? HUNDRED : shareOfExceeded(target, result, reverse).mul(HUNDRED);
  const rule = reverse === 'ratio' ? 'reverse' : 'reverse-linear';
  return { rule, completion, points: completion.mul(weight).div(HUNDRED) };
}

function shareOfExceeded(target: Fraction, result: Fraction, reverse: EvaluationRules['reverse']): Fraction {
  if (reverse === 'ratio') return target.div(result);
  const left = exact(2).sub(result.div(target));
  return left.isNegative() ? ZERO : left;
}
