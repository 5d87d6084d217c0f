import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const ExportPayload = z.object({ exportId: z.string(), remoteAddress: z.string().nullable() });
export type ExportPayload = z.output<typeof ExportPayload>;

/** Writes what was asked for into a file. What it is and for whom stands in the row of the export, which is the key. */
export const exportJob = defineJob<ExportPayload>({
  name: 'exports.write',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => ExportPayload.parse(payload),
});
