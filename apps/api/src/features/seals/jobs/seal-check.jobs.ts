import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const SealCheckPayload = z.object({
  roundId: z.string(),
  /** Who asked for it, and for whom, as the audit trail is to name them. */
  actor: z.string(),
  onBehalfOf: z.string().nullable(),
  remoteAddress: z.string().nullable(),
});
export type SealCheckPayload = z.output<typeof SealCheckPayload>;

/** Verifies a round against its seals. A check that ends the process twice would end it a third time. */
export const sealCheckJob = defineJob<SealCheckPayload>({
  name: 'seals.verify',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => SealCheckPayload.parse(payload),
});

/** What the keys of all checks of a round begin with. */
export const sealCheckPrefix = (roundId: string): string => `${roundId} @`;

/** One check a person, so that whoever asks follows a job of their own. */
export const sealCheckKey = (roundId: string, username: string): string => `${sealCheckPrefix(roundId)}${username}`;
