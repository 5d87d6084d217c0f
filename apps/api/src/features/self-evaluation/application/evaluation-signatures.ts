import type { SelfEvaluation } from '../persistence/self-evaluation.entity.js';

/** Who handed an evaluation in and who has looked at it since. */
export type EvaluationSignatures = Pick<
  SelfEvaluation,
  | 'submittedBy'
  | 'submittedFor'
  | 'submittedAt'
  | 'submittedOn'
  | 'approvedBy'
  | 'approvedFor'
  | 'approvedAt'
  | 'selfApproved'
  | 'reviewedBy'
  | 'reviewedFor'
  | 'reviewedAt'
  | 'acceptedBy'
  | 'acceptedFor'
  | 'acceptedAt'
>;

export const UNSIGNED: EvaluationSignatures = {
  submittedBy: null,
  submittedFor: null,
  submittedAt: null,
  submittedOn: null,
  approvedBy: null,
  approvedFor: null,
  approvedAt: null,
  selfApproved: false,
  reviewedBy: null,
  reviewedFor: null,
  reviewedAt: null,
  acceptedBy: null,
  acceptedFor: null,
  acceptedAt: null,
};
