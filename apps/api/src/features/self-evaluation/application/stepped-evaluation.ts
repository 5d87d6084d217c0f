import { evaluationStepNeedsText, type EvaluationRules, type EvaluationStep } from '@jixiao/domain';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { FinalAccount } from '../persistence/final-account.entity.js';
import type { SelfEvaluationStep } from '../persistence/self-evaluation-step.entity.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';
import { accountedRow } from './accounted-row.js';
import { correctedRow } from './corrected-row.js';
import type { CheckedStep } from './evaluation-step-check.js';
import { UNSIGNED } from './evaluation-signatures.js';
import { remarkIssue } from './remark-issue.js';
import { reviewedPoints, type GivenPoints } from './reviewed-points.js';
import { countedScore, ownScores } from './scored-evaluation.js';

export interface StepToTake {
  readonly step: EvaluationStep;
  readonly message: string | null;
  readonly user: CurrentUser;
  /** Instant, and its day in China. */
  readonly at: string;
  readonly today: string;
}

/** What a step depends on beside the row. */
export interface StepBasis {
  readonly rules: EvaluationRules;
  readonly account: FinalAccount | undefined;
  readonly lastOrdinal: number;
  readonly given: GivenPoints;
}

/** A row as the step leaves it, and the entry of its trail. */
export interface SteppedEvaluation {
  readonly row: SelfEvaluation;
  readonly entry: SelfEvaluationStep;
}

type Effect = Partial<SelfEvaluation> & { readonly kept?: Partial<SelfEvaluationStep> };

/** @throws DomainError `evaluation-message-missing`, `evaluation-incomplete` with what is missing, `evaluation-points-refused` */
export function steppedEvaluation(
  row: SelfEvaluation,
  checked: CheckedStep,
  taking: StepToTake,
  basis: StepBasis,
): SteppedEvaluation {
  if (evaluationStepNeedsText(taking.step) && taking.message === null) {
    throw new DomainError('evaluation-message-missing');
  }
  const { kept, ...change } = effectOf(row, checked, taking, basis);
  const after = { ...row, ...change, state: checked.to, version: row.version + 1 };
  const entry = {
    id: newId(),
    evaluationId: row.id,
    ordinal: basis.lastOrdinal + 1,
    step: taking.step,
    fromState: checked.from,
    toState: checked.to,
    actor: taking.user.username,
    onBehalfOf: checked.onBehalfOf,
    at: taking.at,
    message: taking.message,
    content: null,
    scores: null,
    points: null,
    ...kept,
  };
  return { row: after, entry };
}

function effectOf(row: SelfEvaluation, checked: CheckedStep, taking: StepToTake, basis: StepBasis): Effect {
  const { step, message, at, today, user } = taking;
  const by = user.username;
  const principal = checked.onBehalfOf;
  switch (step) {
    case 'submit': {
      const own = ownScores(row, basis.rules);
      requireComplete(own.unitScores.remarks);
      return {
        ...UNSIGNED,
        ...own,
        ...NOT_REVIEWED,
        message: null,
        submittedBy: by,
        submittedFor: principal,
        submittedAt: at,
        submittedOn: today,
        kept: { content: row.content, scores: own.unitScores },
      };
    }
    case 'approve':
      return { approvedBy: by, approvedFor: principal, approvedAt: at, selfApproved: checked.selfApproved };
    case 'review': {
      const { points, scores } = reviewedPoints(row, basis.rules, null, basis.given);
      const reviewed = { reviewedBy: by, reviewedFor: principal, reviewedAt: at };
      const kept = { scores, points };
      return { ...reviewed, departmentPoints: points, departmentScores: scores, ...countedScore(scores), kept };
    }
    case 'accept': {
      const { points, scores } = reviewedPoints(row, basis.rules, row.departmentPoints, basis.given);
      const accepted = { acceptedBy: by, acceptedFor: principal, acceptedAt: at };
      const kept = { scores, points };
      return { ...accepted, financePoints: points, financeScores: scores, ...countedScore(scores), kept };
    }
    case 'withdraw':
      return backWithUnit(row, basis);
    case 'return':
    case 'reopen':
      return { ...backWithUnit(row, basis), message };
  }
}

/** What came while it was handed in, a corrected December and a final account, counts from here on. */
function backWithUnit(row: SelfEvaluation, basis: StepBasis): Effect {
  const corrected = correctedRow(row, row.december);
  return { ...corrected, ...UNSIGNED, ...accountedRow(corrected, basis) };
}

/** What other levels said of an older content stays in the trail. */
const NOT_REVIEWED = { departmentPoints: null, departmentScores: null, financePoints: null, financeScores: null };

function requireComplete(remarks: SelfEvaluation['unitScores']['remarks']): void {
  const missing = remarks.filter(({ required }) => required);
  if (missing.length === 0) return;
  const issues = missing.map((remark) => remarkIssue(remark.leafId === null ? '' : `leaves.${remark.leafId}`, remark));
  throw new DomainError('evaluation-incomplete', { missing: issues.length }, issues);
}
