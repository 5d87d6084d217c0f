import type { ProjectReport } from '../persistence/project-report.entity.js';

/** Who handed a report in and who approved it. */
export type Signatures = Pick<
  ProjectReport,
  'submittedAt' | 'submittedBy' | 'submittedFor' | 'approvedAt' | 'approvedBy' | 'approvedFor' | 'selfApproved'
>;

export const UNSIGNED: Signatures = {
  submittedAt: null,
  submittedBy: null,
  submittedFor: null,
  approvedAt: null,
  approvedBy: null,
  approvedFor: null,
  selfApproved: false,
};
