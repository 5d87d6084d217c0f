import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';
import { RulePackView } from '../../targets/index.js';

const SimulationPayload = z.object({ roundId: z.string(), actor: z.string(), content: RulePackView });
export type SimulationPayload = z.output<typeof SimulationPayload>;

/** Tries rules on the lights of a round. A person has one at a time: the key is the username. */
export const simulateJob = defineJob<SimulationPayload>({
  name: 'rules.simulate',
  maxAttempts: 3,
  backoffMs: 1000,
  requesterMayCancel: true,
  parse: (payload) => SimulationPayload.parse(payload),
});
