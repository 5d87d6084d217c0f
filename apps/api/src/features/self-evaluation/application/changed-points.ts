import type { ReviewedPoints } from '@jixiao/domain';
import type { SelfEvaluationStep } from '../persistence/self-evaluation-step.entity.js';

type PointedStep = Pick<SelfEvaluationStep, 'step' | 'points'>;

/**
 * How many leaves got other points by each step, in the order of the steps: what a level only took over from the one below is
 * none of its own, and what it took back to the unit's points is.
 * @param steps of one evaluation, oldest first
 */
export function changedPoints(steps: readonly PointedStep[]): readonly number[] {
  let below: ReviewedPoints = {};
  return steps.map(({ step, points }) => {
    if (step === 'submit') below = {};
    if (points === null) return 0;
    const before = below;
    below = points;
    const ids = new Set([...Object.keys(before), ...Object.keys(points)]);
    return [...ids].filter((id) => before[id]?.points !== points[id]?.points).length;
  });
}
