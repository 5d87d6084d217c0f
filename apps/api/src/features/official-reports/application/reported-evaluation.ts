import {
  evaluationPart,
  type LeafPoints,
  type LeafToScore,
  type ReportedEvaluation,
  type ReportedLeaf,
} from '@jixiao/domain';
import { answerText } from '../../monitoring/index.js';
import type { EvaluationOfProject } from '../../self-evaluation/index.js';

/** The parts of a report are those of the frame that has them all. */
const ALL_PARTS = { cost: 0 } as const;

/** A self-evaluation as a report tells of it, with the scores of the highest level that gave any. */
export function reportedEvaluation(
  { row, project, unit, scores }: EvaluationOfProject,
  receivedFen: number | null,
): ReportedEvaluation {
  const scored = new Map(scores.leaves.map((leaf) => [leaf.id, leaf]));
  return {
    id: row.id,
    projectId: row.projectId,
    projectName: project.name,
    unitId: unit.id,
    unitName: unit.name,
    accepted: row.state === 'accepted',
    initialFen: row.content.initialBudgetFen,
    budgetFen: row.adjustedBudgetFen,
    spentFen: row.expenditureFen,
    spentSource: row.expenditureSource,
    roundSpentFen: row.roundExpenditureFen,
    receivedFen,
    achievedGoal: row.content.achievedGoal,
    executionPoints: scores.execution.points,
    executionWeight: scores.execution.weight,
    total: scores.total,
    grade: scores.grade,
    leaves: row.content.leaves.map((leaf) => reportedLeaf(leaf, scored.get(leaf.id))),
    alerts: scores.alerts.map(({ code }) => code),
  };
}

const reportedLeaf = (
  { id, target, answer, weight, notApplicableWhy, explanation }: LeafToScore,
  scored: LeafPoints | undefined,
): ReportedLeaf => ({
  id,
  name: target.name,
  part: evaluationPart(target, ALL_PARTS),
  target: target.rawValue,
  result: answerText(answer, target.unit, 'zh'),
  weight,
  points: notApplicableWhy === null ? (scored?.points ?? null) : null,
  notApplicableWhy,
  explanation,
  reviewReason: scored?.review?.reason ?? null,
});
