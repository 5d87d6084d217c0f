import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const LockPayload = z.object({
  year: z.int(),
  month: z.int(),
  asTheyStand: z.boolean(),
  /** Who asked for it, and for whom, as the audit trail is to name them. */
  actor: z.string(),
  onBehalfOf: z.string().nullable(),
  remoteAddress: z.string().nullable(),
});
export type LockPayload = z.output<typeof LockPayload>;

/** Locks the round of a large county. While its lights are being judged it is tried again, over half an hour in all. */
export const lockRoundJob = defineJob<LockPayload>({
  name: 'monitoring.lock-round',
  maxAttempts: 12,
  backoffMs: 1_000,
  requesterMayCancel: true,
  parse: (payload) => LockPayload.parse(payload),
});
