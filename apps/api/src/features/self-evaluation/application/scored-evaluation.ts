import {
  scoreEvaluation,
  type EvaluationInput,
  type EvaluationRules,
  type EvaluationScores,
  type ReviewedPoints,
} from '@jixiao/domain';
import { hundredths } from './hundredths.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

/** What the scores of a row depend on. */
export type ScoredBy = Pick<SelfEvaluation, 'frame' | 'adjustedBudgetFen' | 'expenditureFen' | 'content'>;

/** The scores that count, as lists and sums read them. */
export type CountedScore = Pick<SelfEvaluation, 'total' | 'grade' | 'alerts' | 'missing'>;

/** Everything that the points of a row depend on (R49). */
export const evaluationInput = (row: ScoredBy, rules: EvaluationRules): EvaluationInput => ({
  rules,
  frame: row.frame,
  adjustedBudgetFen: row.adjustedBudgetFen,
  expenditureFen: row.expenditureFen,
  leaves: row.content.leaves,
});

export const scoresOf = (row: ScoredBy, rules: EvaluationRules, points: ReviewedPoints | null = null) =>
  scoreEvaluation(evaluationInput(row, rules), points ?? {});

export const countedScore = ({ total, grade, alerts, remarks }: EvaluationScores): CountedScore => ({
  total: hundredths(total),
  grade,
  alerts: alerts.length,
  missing: remarks.filter(({ required }) => required).length,
});

/** The unit's own scores, which count until the next level has looked at it. */
export function ownScores(row: ScoredBy, rules: EvaluationRules): CountedScore & Pick<SelfEvaluation, 'unitScores'> {
  const unitScores = scoresOf(row, rules);
  return { unitScores, ...countedScore(unitScores) };
}

/** The scores of the highest level that has scored it since it was handed in. */
export const countedScores = ({
  state,
  unitScores,
  departmentScores,
  financeScores,
}: Pick<SelfEvaluation, 'state' | 'unitScores' | 'departmentScores' | 'financeScores'>): EvaluationScores => {
  if (state === 'accepted') return financeScores ?? departmentScores ?? unitScores;
  return state === 'departmentApproved' ? (departmentScores ?? unitScores) : unitScores;
};
