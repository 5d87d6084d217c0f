import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const DeliverPayload = z.object({ deliveryId: z.string() });
export type DeliverPayload = z.output<typeof DeliverPayload>;

/**
 * One try to send one message; the key is the delivery's id. That it could not be sent is kept with the delivery, which says
 * when it is tried next: only trouble of our own makes the job fail, and what is due gets another one.
 */
export const deliverJob = defineJob<DeliverPayload>({
  name: 'channels.deliver',
  maxAttempts: 5,
  backoffMs: 1000,
  hasOwnLog: true,
  parse: (payload) => DeliverPayload.parse(payload),
});
