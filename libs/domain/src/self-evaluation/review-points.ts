import { exact } from '../kernel/exact.js';
import { shown } from '../monitoring/figures.js';
import type { LeafPoints, ReviewedPoints } from './evaluation-types.js';
import { isWithinChoice } from './outcome-points.js';

type Review = ReviewedPoints[string];

/** The reviewer's points of a leaf; undefined where there are none. */
export const reviewOf = (reviewed: ReviewedPoints, id: string): Review | undefined =>
  Object.hasOwn(reviewed, id) ? reviewed[id] : undefined;

/** Whether a reviewer's points can be those of a leaf: 0 up to its weight. */
export const isWithinWeight = (points: number, weight: number): boolean =>
  isWithinChoice(points, { from: 0, to: weight, toIncluded: true });

/**
 * The points of a leaf with those that a reviewer gives in their place, whatever rule gave them; what the unit's own were is
 * kept beside them, and so is the completion. A leaf that the unit took for not applicable applies again where a reviewer gives it
 * points. Points outside 0…weight replace nothing.
 */
export function withReview(leaf: LeafPoints, review: Review | undefined): LeafPoints {
  if (review === undefined || !isWithinWeight(review.points, leaf.weight)) return leaf;
  return {
    ...leaf,
    points: shown(exact(review.points)),
    rule: 'reviewed',
    review: { own: leaf.points, ownRule: leaf.rule, reason: review.reason },
  };
}
