import type { ReviewedPoints } from '@jixiao/domain';
import { parseFigure } from '../reporting/answers.js';
import type { EvaluationLeaf, EvaluationStepsInput } from '../../shared/api/schema.gen.js';

/** Other points for one indicator as they stand in the form; both blank: those that stand. */
export interface ReviewText {
  points: string;
  reason: string;
}
export type ReviewForm = Record<string, ReviewText>;

type GivenPoints = NonNullable<EvaluationStepsInput['evaluations'][number]['points']>;

export interface ReadReview {
  /** What differs from what the level below gave; null gives the unit's own points back. */
  readonly given: GivenPoints;
  /** All of it together, to be scored. */
  readonly points: ReviewedPoints;
  /** By the leaf; the code of the sentence. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The form begins with what the level below has given. */
export const reviewFormOf = (leaves: readonly EvaluationLeaf[], below: ReviewedPoints): ReviewForm =>
  Object.fromEntries(
    leaves.map(({ id }) => [
      id,
      { points: below[id] ? String(below[id].points) : '', reason: below[id]?.reason ?? '' },
    ]),
  );

/** What a reviewer gives, and what is wrong with it. */
export function readReview(form: ReviewForm, leaves: readonly EvaluationLeaf[], below: ReviewedPoints): ReadReview {
  const faults = new Map<string, string>();
  const given: GivenPoints = {};
  const points: Record<string, ReviewedPoints[string]> = {};
  for (const { id, weight } of leaves) {
    const { points: typed = '', reason: why = '' } = form[id] ?? {};
    const reason = why.trim();
    const read = parseFigure(typed, null);
    const before = below[id];
    if (read.ok && read.value === null) {
      if (reason !== '') faults.set(id, 'review-points-missing');
      else if (before) given[id] = null;
    } else if (!read.ok) faults.set(id, read.fault);
    else if (read.value === null || read.value < 0 || read.value > weight) faults.set(id, 'review-out-of-range');
    else if (reason === '') faults.set(id, 'review-reason-missing');
    else {
      points[id] = { points: read.value, reason };
      if (before?.points !== read.value || before.reason !== reason) given[id] = { points: read.value, reason };
    }
  }
  return { given, points, faults };
}
