import { shown } from '../monitoring/figures.js';
import { evaluationAlerts } from './evaluation-alerts.js';
import { evaluationRemarks } from './evaluation-remarks.js';
import type { EvaluationInput, EvaluationScores, ReviewedPoints } from './evaluation-types.js';
import { executionPoints, yearExecution } from './execution-points.js';
import { reviewOf, withReview } from './review-points.js';
import { scoreLeaf } from './score-leaf.js';
import { capped, gradeOf, leafSums, rescaled, summedPoints } from './total-points.js';

/**
 * The scores of a project's self-evaluation (R30–R40): the points of execution and of every leaf, their sum, the total after
 * rescaling and caps, the grade, the lights of R39 and all remarks. The same input always gives the same scores (R49);
 * whatever is missing leaves points, total and grade null with a remark, never a failure.
 * @param reviewed points of reviewers, which replace those of the rules
 */
export function scoreEvaluation(input: EvaluationInput, reviewed: ReviewedPoints = {}): EvaluationScores {
  const { rules } = input;
  const year = yearExecution(input.adjustedBudgetFen, input.expenditureFen);
  const execution = executionPoints(input);
  const own = input.leaves.map((leaf) => scoreLeaf(leaf, rules, year));
  const leaves = own.map((leaf) => withReview(leaf, reviewOf(reviewed, leaf.id)));
  const sums = leafSums(leaves);
  const { sum, outOf } = summedPoints(execution, sums);
  const { total, cap } = capped(rescaled(sum, outOf), year.rate, rules.caps);
  return {
    execution,
    leaves,
    sum: shown(sum),
    outOf: outOf.valueOf(),
    total,
    cap,
    grade: total === null ? null : gradeOf(total, rules),
    alerts: evaluationAlerts(execution, year.rate, sums, rules),
    remarks: evaluationRemarks(input, { execution, leaves: own }, reviewed),
  };
}
