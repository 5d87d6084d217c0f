import {
  EVALUATION_STEPS,
  isEvaluationEditable,
  permissionsForEvaluationStep,
  type EvaluationStep,
} from '@jixiao/domain';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { EvaluatedUnit } from '../persistence/evaluation-places.query.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { checkEvaluationStep } from './evaluation-step-check.js';

/** What a person may do with an evaluation now; each level is somebody else. */
export function mayWithEvaluation(
  user: CurrentUser,
  row: SelfEvaluation,
  unit: EvaluatedUnit,
): ('edit' | EvaluationStep)[] {
  const edits = isEvaluationEditable(row.state) && holdsAt(user, 'evaluations.write', unit.path);
  const way = { hasDepartment: unit.department !== null };
  const steps = EVALUATION_STEPS.filter(
    (step) => permissionsForEvaluationStep(row.state, step, way).length > 0 && isAllowed(user, step, row, unit),
  );
  return [...(edits ? (['edit'] as const) : []), ...steps];
}

function isAllowed(user: CurrentUser, step: EvaluationStep, row: SelfEvaluation, unit: EvaluatedUnit): boolean {
  try {
    checkEvaluationStep(user, step, row, unit);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
