import {
  evaluationRemarkMessage,
  explainEvaluationAlert,
  explainExecutionPoints,
  explainPoints,
  explainTotal,
  type EvaluationScores,
} from '@jixiao/domain';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { EvaluationScoresView } from '../http/evaluation-scores.dto.js';
import type { ScoredBy } from './scored-evaluation.js';

/** The scores of a level with the sentences that say how they came about (R49). */
export function scoresView(scores: EvaluationScores, row: ScoredBy, locale: Locale): EvaluationScoresView {
  const leafOf = new Map(row.content.leaves.map((leaf) => [leaf.id, leaf]));
  const { execution, leaves, alerts, remarks, ...rest } = scores;
  const leafViews = leaves.flatMap(({ id, name: _name, weight: _weight, ...points }) => {
    const leaf = leafOf.get(id);
    if (leaf === undefined) return [];
    const explanation = explainPoints({ id, name: _name, weight: _weight, ...points }, leaf, locale);
    return [[id, { ...points, explanation }] as const];
  });
  return {
    ...rest,
    execution: { ...execution, explanation: explainExecutionPoints(scores, row, locale) },
    leaves: Object.fromEntries(leafViews),
    explanation: explainTotal(scores, locale),
    alerts: alerts.map((alert) => ({
      code: alert.code,
      light: alert.light,
      message: explainEvaluationAlert(alert, locale),
    })),
    remarks: remarks.map((remark) => ({
      leafId: remark.leafId,
      code: remark.code,
      message: evaluationRemarkMessage(remark, locale),
      required: remark.required,
    })),
  };
}
