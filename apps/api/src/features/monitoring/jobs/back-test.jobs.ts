import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const BackTestPayload = z.object({});
export type BackTestPayload = z.output<typeof BackTestPayload>;

/** Tests the forecasts on the years that are over. */
export const backTestJob = defineJob<BackTestPayload>({
  name: 'monitoring.back-test',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => BackTestPayload.parse(payload),
});

/** There is one result, so one job at a time and one that waits. */
export const BACK_TEST_KEY = 'county';
