import type { ReportState } from '@jixiao/domain';
import type { Signatures } from './signatures.js';
import type { ReportContent, ResultContent, StoredReport } from './stored-report.js';

/** The content of a report as plain JSON: a Map is none. Results in the order of their indicators' ids. */
export type ReportDocument = Omit<ReportContent, 'results'> & {
  readonly results: readonly (ResultContent & { readonly indicatorId: string })[];
};

/** A report as it stood before it was reopened, to be put back where the reopening comes to nothing. */
export interface ReportBefore extends Signatures {
  readonly status: ReportState;
  readonly content: ReportDocument;
}

export const reportDocument = ({ results, ...content }: ReportContent): ReportDocument => ({
  ...content,
  results: [...results]
    .map(([indicatorId, result]) => ({ indicatorId, ...result }))
    .sort((a, b) => (a.indicatorId < b.indicatorId ? -1 : 1)),
});

export const contentOfDocument = ({ results, ...content }: ReportDocument): ReportContent => ({
  ...content,
  results: new Map(results.map(({ indicatorId, ...result }) => [indicatorId, result])),
});

export const reportBefore = ({ row, content }: StoredReport): ReportBefore => ({
  status: row.status,
  submittedAt: row.submittedAt,
  submittedBy: row.submittedBy,
  submittedFor: row.submittedFor,
  approvedAt: row.approvedAt,
  approvedBy: row.approvedBy,
  approvedFor: row.approvedFor,
  selfApproved: row.selfApproved,
  content: reportDocument(content),
});
