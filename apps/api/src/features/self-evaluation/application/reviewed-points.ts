import type { EvaluationRules, EvaluationScores, ReviewedPoints } from '@jixiao/domain';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { EvaluationStepsInput } from '../http/evaluations.dto.js';
import { remarkIssue } from './remark-issue.js';
import { scoresOf, type ScoredBy } from './scored-evaluation.js';

/** By leaf: other points, or null for those that the level below gave. */
export type GivenPoints = NonNullable<EvaluationStepsInput['evaluations'][number]['points']>;

export interface Reviewed {
  readonly points: ReviewedPoints;
  readonly scores: EvaluationScores;
}

/**
 * The points and scores of a level that looks at an evaluation: what it gives itself over what the level below gave, so that
 * who says nothing agrees.
 * @throws DomainError `evaluation-points-refused` with every place at fault
 */
export function reviewedPoints(
  row: ScoredBy,
  rules: EvaluationRules,
  below: ReviewedPoints | null,
  given: GivenPoints,
): Reviewed {
  const known = new Map(row.content.leaves.map(({ id, target }) => [id, target.name]));
  const unknown = Object.keys(given).filter((id) => !known.has(id));
  const points = Object.fromEntries(
    Object.entries({ ...below, ...given }).flatMap(([id, point]) => (point === null ? [] : [[id, point]])),
  );
  const scores = scoresOf(row, rules, points);
  const faults = scores.remarks.filter(({ code }) => code.startsWith('review-'));
  const issues = [
    ...unknown.map((id) => ({ path: `points.${id}`, code: 'indicator-unknown', params: { indicator: id } })),
    ...faults.map((remark) => remarkIssue(`points.${remark.leafId ?? ''}`, remark)),
  ];
  if (issues.length > 0) throw new DomainError('evaluation-points-refused', { faults: issues.length }, issues);
  return { points, scores };
}
