import type { CurrentUser } from '../../../platform/http/access.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { ProjectReport } from '../persistence/project-report.entity.js';
import type { ReportStep } from '../persistence/report-step.entity.js';
import { reportDocument } from './report-document.js';
import { UNSIGNED, type Signatures } from './signatures.js';
import type { CheckedStep, TakenStep } from './step-check.js';
import type { ReportContent } from './stored-report.js';
import type { Submission } from './submission-check.js';

/** A step, who takes it, and when. */
export interface StepToTake {
  readonly step: TakenStep;
  readonly message: string | null;
  readonly user: CurrentUser;
  readonly at: string;
}

/** A report after a step, and the entry of its trail. */
export interface SteppedReport {
  readonly row: ProjectReport;
  readonly entry: Omit<ReportStep, 'seq'>;
}

/**
 * The report after the step: another state, version and signatures, the same content. What goes back to the unit loses its
 * signatures; the trail keeps them.
 * @param submitted of submitting only: what is handed in and what a reviewer is told of it
 */
export function steppedReport(
  row: ProjectReport,
  { from, to, selfApproved, onBehalfOf }: CheckedStep,
  { step, message, user, at }: StepToTake,
  submitted?: Submission & { readonly content: ReportContent },
): SteppedReport {
  const { username, displayName } = user;
  const review = submitted && { anomalies: submitted.anomalies, changedFields: submitted.changedFields };
  const signed = signatures(row, step, { username, at, selfApproved, onBehalfOf });
  const moved: ProjectReport = { ...row, ...signed, ...review, status: to, version: row.version + 1 };
  return {
    row: moved,
    entry: {
      id: newId(),
      reportId: row.id,
      step,
      fromState: from,
      toState: to,
      at,
      actor: username,
      actorName: displayName,
      onBehalfOf,
      message,
      version: moved.version,
      content: submitted === undefined ? null : reportDocument(submitted.content),
    },
  };
}

function signatures(
  row: ProjectReport,
  step: TakenStep,
  {
    username,
    at,
    selfApproved,
    onBehalfOf,
  }: Pick<CheckedStep, 'selfApproved' | 'onBehalfOf'> & { readonly username: string; readonly at: string },
): Signatures {
  const { submittedAt, submittedBy, submittedFor, approvedAt, approvedBy, approvedFor } = row;
  const submitted = { submittedAt, submittedBy, submittedFor };
  switch (step) {
    case 'submit':
      return { ...UNSIGNED, submittedAt: at, submittedBy: username, submittedFor: onBehalfOf };
    case 'approve':
      return { ...submitted, approvedAt: at, approvedBy: username, approvedFor: onBehalfOf, selfApproved };
    case 'accept':
      return { ...submitted, approvedAt, approvedBy, approvedFor, selfApproved: row.selfApproved };
    case 'withdraw':
    case 'return':
      return UNSIGNED;
  }
}
