import { isEditable, permissionsForStep, takeStep, type ReportState, type ReportStep } from '@jixiao/domain';
import { handsOf, holdsAt, onBehalfOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { ProjectPlace } from '../../targets/index.js';
import type { ProjectReport } from '../persistence/project-report.entity.js';

/** Steps that a person takes by hand; locking and reopening are the round's. */
export type TakenStep = Extract<ReportStep, 'submit' | 'withdraw' | 'approve' | 'accept' | 'return'>;

export interface HeldRow {
  readonly place: ProjectPlace;
  /** Undefined where nothing has been saved yet. */
  readonly row: ProjectReport | undefined;
}

/** What a step leads to. */
export interface CheckedStep {
  readonly from: ReportState;
  readonly to: ReportState;
  /** Approved by the one who filled it in. */
  readonly selfApproved: boolean;
  /** Whose deputy takes the step; null where it is taken in the person's own name. */
  readonly onBehalfOf: string | null;
}

/**
 * Whether this person may take the step with this report now: its state leads on, the permission is held there, and four
 * eyes have seen it. Who submitted a report or entered anything of it approves it only where finance allows it of the unit; who
 * approved, submitted or entered any of it never accepts it. A deputy's hand is the other one's as well: what was done for somebody
 * counts as done by both, and so does the step itself. A deputy who uses his own right checks what the other one did.
 * @throws DomainError `report-submitted`, `report-not-submitted`, `report-not-approved`, `report-approved`,
 *   `report-accepted`, `report-locked`, `forbidden`, `self-approval-refused`, `self-acceptance-refused`
 */
export function checkStep(user: CurrentUser, step: TakenStep, { place, row }: HeldRow): CheckedStep {
  const from = row?.status ?? 'draft';
  const moved = takeStep(from, step);
  if (!moved.ok) throw new DomainError(refusalOf(from, step));
  const anyOf = permissionsForStep(from, step);
  if (!anyOf.some((permission) => holdsAt(user, permission, place.path))) throw new DomainError('forbidden');
  const principal = onBehalfOf(user, anyOf, place.path);
  const hands = handsOf(user.username, principal);
  const isOwn = row !== undefined && step === 'approve' && hands.some((hand) => hasWritten(hand, row));
  if (isOwn && !place.selfApproval) throw new DomainError('self-approval-refused');
  if (row !== undefined && step === 'accept' && hands.some((hand) => hasWritten(hand, row) || hasApproved(hand, row))) {
    throw new DomainError('self-acceptance-refused');
  }
  return { from, to: moved.value, selfApproved: isOwn, onBehalfOf: principal };
}

function hasWritten(
  hand: string,
  { submittedBy, submittedFor, updatedBy, updatedFor, writtenBy }: ProjectReport,
): boolean {
  // Of a report that was last saved before its writers were kept, only the last one is known.
  const writers = writtenBy.length > 0 ? writtenBy : handsOf(updatedBy, updatedFor);
  return [...handsOf(submittedBy, submittedFor), ...writers].includes(hand);
}

const hasApproved = (hand: string, { approvedBy, approvedFor }: ProjectReport): boolean =>
  handsOf(approvedBy, approvedFor).includes(hand);

/** Says in which state the report is, for that is why the step is refused. */
function refusalOf(from: ReportState, step: TakenStep): string {
  if (step === 'submit') return 'report-submitted';
  if (isEditable(from)) return 'report-not-submitted';
  switch (from) {
    case 'unitApproved':
      return 'report-approved';
    case 'accepted':
      return 'report-accepted';
    case 'locked':
      return 'report-locked';
    default:
      return 'report-not-approved';
  }
}
