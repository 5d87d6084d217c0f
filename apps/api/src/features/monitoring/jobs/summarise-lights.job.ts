import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const SummaryPayload = z.object({ roundId: z.string() });
export type SummaryPayload = z.output<typeof SummaryPayload>;

/** Sums up the units of a round whose lights have changed. Its key is the round, so that any number of changes is one job. */
export const summariseLightsJob = defineJob<SummaryPayload>({
  name: 'monitoring.summarise-lights',
  maxAttempts: 5,
  backoffMs: 500,
  parse: (payload) => SummaryPayload.parse(payload),
});
