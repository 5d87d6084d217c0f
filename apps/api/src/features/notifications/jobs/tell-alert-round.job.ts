import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const Payload = z.object({ roundId: z.string(), day: z.iso.date() });
export type TellAlertRoundPayload = z.output<typeof Payload>;

/** Tells people what happened to the alerts of a round on a day. It waits until the round is looked at. */
export const tellAlertRoundJob = defineJob<TellAlertRoundPayload>({
  name: 'notifications.tell-alert-round',
  maxAttempts: 8,
  backoffMs: 500,
  parse: (payload) => Payload.parse(payload),
});

export const tellAlertRoundKey = ({ roundId, day }: TellAlertRoundPayload): string => `${roundId} ${day}`;
