import {
  permissionsForEvaluationStep,
  takeEvaluationStep,
  type EvaluationState,
  type EvaluationStep,
} from '@jixiao/domain';
import { handsOf, holdsAt, onBehalfOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { EvaluatedUnit } from '../persistence/evaluation-places.query.js';
import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

/** What a step leads to. */
export interface CheckedStep {
  readonly from: EvaluationState;
  readonly to: EvaluationState;
  /** Approved by the one who wrote it. */
  readonly selfApproved: boolean;
  /** Whose deputy takes the step; null where it is taken in the person's own name. */
  readonly onBehalfOf: string | null;
}

type Stepping = Pick<EvaluatedUnit, 'path' | 'selfApproval' | 'department'>;

/**
 * Whether this person may take the step with this evaluation now: its state leads on, the permission is held there, and each level
 * is somebody else. Who wrote it or handed it in approves it only where finance allows it of the unit; who had a hand in it on a
 * lower level never looks at it on a higher one. A deputy's hand is the other one's as well.
 * @throws DomainError `evaluation-step-refused`, `forbidden`, `evaluation-own-approval`, `evaluation-own-review`
 */
export function checkEvaluationStep(
  user: CurrentUser,
  step: EvaluationStep,
  row: SelfEvaluation,
  { path, selfApproval, department }: Stepping,
): CheckedStep {
  const way = { hasDepartment: department !== null };
  const moved = takeEvaluationStep(row.state, step, way);
  if (!moved.ok) throw DomainError.of(moved.error);
  const anyOf = permissionsForEvaluationStep(row.state, step, way);
  if (!anyOf.some((permission) => holdsAt(user, permission, path))) throw new DomainError('forbidden');
  const principal = onBehalfOf(user, anyOf, path);
  const hands = handsOf(user.username, principal);
  const isOwn = step === 'approve' && hands.some((hand) => writersOf(row).includes(hand));
  if (isOwn && !selfApproval) throw new DomainError('evaluation-own-approval');
  const below = step === 'review' || step === 'accept' ? lowerHands(row, step) : [];
  if (hands.some((hand) => below.includes(hand))) throw new DomainError('evaluation-own-review');
  return { from: row.state, to: moved.value, selfApproved: isOwn, onBehalfOf: principal };
}

const writersOf = ({ writtenBy, submittedBy, submittedFor }: SelfEvaluation): readonly string[] => [
  ...writtenBy,
  ...handsOf(submittedBy, submittedFor),
];

function lowerHands(row: SelfEvaluation, step: 'review' | 'accept'): readonly string[] {
  const unit = [...writersOf(row), ...handsOf(row.approvedBy, row.approvedFor)];
  return step === 'review' ? unit : [...unit, ...handsOf(row.reviewedBy, row.reviewedFor)];
}
