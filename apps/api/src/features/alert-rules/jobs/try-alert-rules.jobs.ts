import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';
import { AlertRulesField } from '../http/alert-rules.dto.js';

const AlertTrialPayload = z.object({
  rounds: z.array(z.object({ roundId: z.string(), year: z.int(), month: z.int() })),
  actor: z.string(),
  content: AlertRulesField,
});
export type AlertTrialPayload = z.output<typeof AlertTrialPayload>;

/** Tries alert rules on past rounds. A person has one at a time: the key is the username. */
export const tryAlertRulesJob = defineJob<AlertTrialPayload>({
  name: 'alert-rules.try',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => AlertTrialPayload.parse(payload),
});
