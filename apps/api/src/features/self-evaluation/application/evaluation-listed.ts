import { isEvaluationEditable, type EvaluationScores } from '@jixiao/domain';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { EvaluationListed } from '../http/evaluations.dto.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import type { PlacedEvaluation } from './evaluation-access.js';
import { mayWithEvaluation } from './evaluation-may.js';
import { fromHundredths } from './hundredths.js';

export interface ListingFor {
  readonly user: CurrentUser;
  readonly today: string;
  readonly submitBy: string;
}

/** A self-evaluation as lists show it. */
export function evaluationListed(
  { row, project, unit }: PlacedEvaluation,
  { user, today, submitBy }: ListingFor,
): EvaluationListed {
  return {
    id: row.id,
    year: row.year,
    projectId: project.id,
    projectCode: project.code,
    projectName: project.name,
    organisationId: unit.id,
    organisationName: unit.name,
    departmentName: unit.department?.name ?? null,
    state: row.state,
    version: row.version,
    adjustedBudgetFen: row.adjustedBudgetFen,
    expenditureFen: row.expenditureFen,
    expenditureSource: row.expenditureSource,
    executionRate: row.unitScores.execution.rate,
    scores: {
      unit: score(row.unitScores),
      department: row.departmentScores && score(row.departmentScores),
      finance: row.financeScores && score(row.financeScores),
    },
    total: fromHundredths(row.total),
    grade: row.grade,
    alerts: row.alerts,
    alertLight: worstLight(row),
    missing: row.missing,
    late: isLate(row, submitBy, today),
    submittedAt: row.submittedAt,
    accountDiffers: doesAccountDiffer(row),
    decemberDiffers: row.december !== null,
    may: mayWithEvaluation(user, row, unit),
  };
}

const score = ({ total, grade }: EvaluationScores) => ({ total, grade });

/** By the same scores as the total. */
function worstLight({ financeScores, departmentScores, unitScores }: SelfEvaluation): EvaluationListed['alertLight'] {
  const lights = (financeScores ?? departmentScores ?? unitScores).alerts.map(({ light }) => light);
  return lights.find((light) => light === 'red') ?? lights[0] ?? null;
}

const isLate = ({ submittedOn }: SelfEvaluation, submitBy: string, today: string): boolean =>
  (submittedOn ?? today) > submitBy;

/** It came after the evaluation was handed in, which is scored by what was known then. */
export const doesAccountDiffer = ({ state, finalAccountFen, expenditureFen }: SelfEvaluation): boolean =>
  !isEvaluationEditable(state) && finalAccountFen !== null && finalAccountFen !== expenditureFen;
