import type { ProjectReport } from '../persistence/project-report.entity.js';

/** Who handed a report in and who approved it. */
export type Signatures = Pick<
  ProjectReport,
  'submittedAt' | 'submittedBy' | 'approvedAt' | 'approvedBy' | 'selfApproved'
>;

export const UNSIGNED: Signatures = {
  submittedAt: null,
  submittedBy: null,
  approvedAt: null,
  approvedBy: null,
  selfApproved: false,
};
