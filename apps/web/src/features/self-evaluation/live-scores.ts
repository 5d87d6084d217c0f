import {
  evaluationRemarkMessage,
  explainEvaluationAlert,
  explainExecutionPoints,
  explainPoints,
  explainTotal,
  scoreEvaluation,
  type EvaluationInput as ScoringInput,
  type IndicatorAnswer,
  type IndicatorKind,
  type LeafToScore,
  type Operator,
  type ReviewedPoints,
} from '@jixiao/domain';
import type {
  EvaluationDetail,
  EvaluationInput,
  EvaluationLeaf,
  EvaluationScores,
} from '../../shared/api/schema.gen.js';

type Locale = 'zh' | 'en';
type LeafInput = EvaluationInput['leaves'][number];
export type Level = EvaluationDetail['level'];

/** The same scores as the server computes of this content, with their sentences, while it is still being typed. */
export function liveScores(
  detail: EvaluationDetail,
  input: Pick<EvaluationInput, 'frame' | 'leaves'>,
  reviewed: ReviewedPoints,
  locale: Locale,
): EvaluationScores {
  const scored = scoringInput(detail, input);
  const scores = scoreEvaluation(scored, reviewed);
  const leaves = scores.leaves.map((leaf, at) => {
    const { id, name: _name, weight: _weight, review, ...points } = leaf;
    const toScore = scored.leaves[at];
    const explanation = toScore === undefined ? '' : explainPoints(leaf, toScore, locale);
    return [id, { ...points, review, explanation }] as const;
  });
  return {
    execution: { ...scores.execution, explanation: explainExecutionPoints(scores, scored, locale) },
    leaves: Object.fromEntries(leaves),
    sum: scores.sum,
    outOf: scores.outOf,
    total: scores.total,
    cap: scores.cap,
    grade: scores.grade,
    explanation: explainTotal(scores, locale),
    alerts: scores.alerts.map((alert) => ({
      code: alert.code,
      light: alert.light,
      message: explainEvaluationAlert(alert, locale),
    })),
    remarks: scores.remarks.map((remark) => ({
      leafId: remark.leafId,
      code: remark.code,
      required: remark.required,
      message: evaluationRemarkMessage(remark, locale),
    })),
  };
}

function scoringInput(
  detail: EvaluationDetail,
  { frame, leaves }: Pick<EvaluationInput, 'frame' | 'leaves'>,
): ScoringInput {
  const given = new Map(leaves.map((leaf) => [leaf.id, leaf]));
  const { rules, adjustedBudgetFen, expenditureFen } = detail;
  return {
    rules,
    frame,
    adjustedBudgetFen,
    expenditureFen,
    leaves: detail.leaves.map((leaf) => leafToScore(leaf, given.get(leaf.id) ?? leaf)),
  };
}

const leafToScore = (leaf: EvaluationLeaf, given: LeafInput): LeafToScore => ({
  id: leaf.id,
  target: {
    ...leaf,
    operator: leaf.operator as Operator,
    kind: leaf.kind as IndicatorKind,
    description: null,
    assessedFrom: 1,
  },
  ...(leaf.directionConfirmed === null ? {} : { directionConfirmed: leaf.directionConfirmed }),
  answer: answerOf(given),
  weight: given.weight,
  notApplicableWhy: given.notApplicableWhy ?? null,
  chosenPoints: given.chosenPoints ?? null,
  cut: given.cut ?? null,
  explanation: given.explanation ?? null,
});

function answerOf({ value, outcome, text, doneOn, notDone, noData }: LeafInput): IndicatorAnswer | null {
  if (typeof value === 'number') return { type: 'value', value };
  if (outcome) return { type: 'outcome', outcome, text: text ?? null };
  if (doneOn) return { type: 'doneOn', doneOn };
  if (notDone) return { type: 'notDone' };
  return typeof noData === 'string' ? { type: 'noData', why: noData } : null;
}

/** The points that a level gave in the place of the unit's own, as they stand in its scores. */
export const givenPoints = (scores: EvaluationScores | null): ReviewedPoints =>
  Object.fromEntries(
    Object.entries(scores?.leaves ?? {}).flatMap(([id, { points, review }]) =>
      review === null || points === null ? [] : [[id, { points, reason: review.reason }]],
    ),
  );
