import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const RoundPayload = z.object({ roundId: z.string() });
const UnitsPayload = RoundPayload.extend({
  organisationIds: z.array(z.string()),
  /** Whether it is a part of the analysis of a round. */
  asPart: z.boolean().default(false),
});
export type RoundPayload = z.output<typeof RoundPayload>;
export type UnitsPayload = z.output<typeof UnitsPayload>;

/** Analyses every unit of a round anew: fans out into groups of units. It waits until the lights of the round are computed. */
export const analyseRoundJob = defineJob<RoundPayload>({
  name: 'analysis.analyse-round',
  maxAttempts: 15,
  backoffMs: 500,
  parse: (payload) => RoundPayload.parse(payload),
});

/** Analyses some units of a round anew, each in a transaction of its own. Lights of any round are judged before. */
export const analyseUnitsJob = defineJob<UnitsPayload>({
  name: 'analysis.analyse-units',
  givesWay: true,
  maxAttempts: 5,
  backoffMs: 500,
  parse: (payload) => UnitsPayload.parse(payload),
});

export const ANALYSIS_JOBS = [analyseRoundJob, analyseUnitsJob] as const;

/** Keys begin with the round's id: what is under way for a round is found by that prefix. */
export const roundKey = (roundId: string): string => roundId;
/** Units are named by all that are in the group: another group is another job. */
export const unitsKey = (roundId: string, organisationIds: readonly string[]): string =>
  `${roundId} ${createHash('sha256').update(organisationIds.join(' ')).digest('hex').slice(0, 32)}`;
