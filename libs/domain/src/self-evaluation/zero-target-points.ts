import { ZERO } from '../monitoring/figures.js';
import type { LeafVerdict, NumberToScore } from './leaf-verdict.js';

/**
 * R34: a target of zero has no share to be computed; it is met, or there are no points. =0, weight 8: 0 → 8, 1 → 0. A target
 * below zero (增长率 ≥−5%) is judged alike, and so is a growth of ≥0 that came out negative.
 */
export function zeroTargetPoints({ target, result, weight }: NumberToScore, atMost: boolean): LeafVerdict {
  const isMet = atMost ? result.lte(target) : result.gte(target);
  return { rule: 'zero-target', points: isMet ? weight : ZERO };
}
