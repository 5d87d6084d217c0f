import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const RoundPayload = z.object({ roundId: z.string() });
const UnitsPayload = RoundPayload.extend({ organisationIds: z.array(z.string()) });
export type RoundPayload = z.output<typeof RoundPayload>;
export type UnitsPayload = z.output<typeof UnitsPayload>;

const RETRIES = { maxAttempts: 8, backoffMs: 500 };

/** Looks at the alerts of a whole round: fans out into groups of units. It waits until the round is analysed. */
export const evaluateRoundJob = defineJob<RoundPayload>({
  ...RETRIES,
  name: 'alerts.evaluate-round',
  parse: (payload) => RoundPayload.parse(payload),
});

/** Looks at the alerts of some units in a round, in one transaction. Lights of any round are judged before. */
export const evaluateUnitsJob = defineJob<UnitsPayload>({
  ...RETRIES,
  name: 'alerts.evaluate-units',
  givesWay: true,
  parse: (payload) => UnitsPayload.parse(payload),
});

export const ALERT_JOBS = [evaluateRoundJob, evaluateUnitsJob] as const;

/** Keys begin with the round's id: what is under way for a round is found by that prefix. */
export const roundKey = (roundId: string): string => roundId;
/** Units are named by all that are in the group: another group is another job. */
export const unitsKey = (roundId: string, organisationIds: readonly string[]): string =>
  `${roundId} ${createHash('sha256').update(organisationIds.join(' ')).digest('hex').slice(0, 32)}`;
