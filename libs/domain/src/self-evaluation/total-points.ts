import { exact, type Fraction } from '../kernel/exact.js';
import { HUNDRED, shown, ZERO } from '../monitoring/figures.js';
import type { EvaluationScores, ExecutionPoints, LeafPoints } from './evaluation-types.js';
import type { EvaluationRules, Grade } from './evaluation-rules.js';

/** A leaf that is dropped is out of both sums (R40). */
export const doesApply = ({ rule }: Pick<LeafPoints, 'rule'>): boolean => rule !== 'not-applicable';

/** Points and weights of all leaves that apply, exact sums of what is rounded; the points null where any are not known. */
export interface LeafSums {
  readonly points: Fraction | null;
  readonly weight: Fraction;
}

export function leafSums(leaves: readonly LeafPoints[]): LeafSums {
  const counted = leaves.filter(doesApply);
  const weight = counted.reduce((sum, leaf) => sum.add(leaf.weight), ZERO);
  const points = counted.reduce<Fraction | null>(
    (sum, leaf) => (sum === null || leaf.points === null ? null : sum.add(leaf.points)),
    ZERO,
  );
  return { points, weight };
}

/**
 * The sum of all points, each rounded to 2 places (R38), and what it is out of. What does not apply is in neither: dropped
 * leaves (R40), and execution where there was nothing to spend.
 */
export function summedPoints(
  execution: ExecutionPoints,
  { points, weight }: LeafSums,
): { readonly sum: Fraction | null; readonly outOf: Fraction } {
  if (execution.basis === 'nothing-to-spend') return { sum: points, outOf: weight };
  const sum = points === null || execution.points === null ? null : points.add(execution.points);
  return { sum, outOf: weight.add(execution.weight) };
}

/** R40: rescaled to 100, 2 places: 86.4 of 91 → 94.95. Null where nothing applies. */
export const rescaled = (sum: Fraction | null, outOf: Fraction): number | null =>
  sum === null || outOf.lte(ZERO) ? null : shown(sum.mul(HUNDRED).div(outOf));

/**
 * The total under the caps (§8): of those whose execution rate is undercut, compared unrounded, the lowest one; it counts
 * where it lowers anything. Without a rate there is no cap.
 */
export function capped(
  total: number | null,
  rate: Fraction | null,
  caps: EvaluationRules['caps'],
): Pick<EvaluationScores, 'total' | 'cap'> {
  if (total === null || rate === null) return { total, cap: null };
  const [lowest] = caps
    .filter(({ executionBelow }) => rate.lt(exact(executionBelow)))
    .sort((a, b) => a.totalAtMost - b.totalAtMost);
  if (lowest === undefined || total <= lowest.totalAtMost) return { total, cap: null };
  return { total: lowest.totalAtMost, cap: { ...lowest, before: total } };
}

/** R38: 优 良 中 差 of a total of 2 places: 89.99 良, 79.99 中, 59.99 差 where the bands are 90, 80, 60. */
export function gradeOf(total: number, { gradesFrom }: Pick<EvaluationRules, 'gradesFrom'>): Grade {
  if (total >= gradesFrom.excellent) return 'excellent';
  if (total >= gradesFrom.good) return 'good';
  return total >= gradesFrom.fair ? 'fair' : 'poor';
}
