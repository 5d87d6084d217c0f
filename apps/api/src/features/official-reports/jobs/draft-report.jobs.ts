import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const DraftReportPayload = z.object({
  reportId: z.string(),
  again: z.boolean(),
  /** Who asked for it, and for whom, as the audit trail is to name them. */
  actor: z.string(),
  onBehalfOf: z.string().nullable(),
  remoteAddress: z.string().nullable(),
});
export type DraftReportPayload = z.output<typeof DraftReportPayload>;

/** Drafts the report of many projects. Its key is the report, so that it is drafted once however often it is asked for. */
export const draftReportJob = defineJob<DraftReportPayload>({
  name: 'official-reports.draft',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => DraftReportPayload.parse(payload),
});
