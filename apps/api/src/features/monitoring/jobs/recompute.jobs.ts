import { createHash } from 'node:crypto';
import { z } from 'zod';
import { defineJob } from '../../../platform/jobs/job-queue.js';

const RoundPayload = z.object({ roundId: z.string() });
const ProjectPayload = RoundPayload.extend({ projectId: z.string() });
const ChunkPayload = RoundPayload.extend({ projectIds: z.array(z.string()) });
export type RoundPayload = z.output<typeof RoundPayload>;
export type ProjectPayload = z.output<typeof ProjectPayload>;
export type ChunkPayload = z.output<typeof ChunkPayload>;

const RETRIES = { maxAttempts: 5, backoffMs: 500 };

/** Judges one project in one round anew, when something that its lights depend on has changed. */
export const recomputeProjectJob = defineJob<ProjectPayload>({
  ...RETRIES,
  name: 'monitoring.recompute-project',
  parse: (payload) => ProjectPayload.parse(payload),
});

/** Judges every project of a round anew: fans out into chunks. */
export const recomputeRoundJob = defineJob<RoundPayload>({
  ...RETRIES,
  name: 'monitoring.recompute-round',
  parse: (payload) => RoundPayload.parse(payload),
});

/** Judges some projects of a round anew, in one transaction. */
export const recomputeChunkJob = defineJob<ChunkPayload>({
  ...RETRIES,
  name: 'monitoring.recompute-chunk',
  parse: (payload) => ChunkPayload.parse(payload),
});

export const RECOMPUTE_JOBS = [recomputeProjectJob, recomputeRoundJob, recomputeChunkJob] as const;

/** Keys begin with the round's id: what is under way for a round is found by that prefix. */
export const roundKey = (roundId: string): string => roundId;
export const projectKey = (roundId: string, projectId: string): string => `${roundId} ${projectId}`;
/** A chunk is named by all that is in it: another set of projects is another job, else the one would be taken for the other. */
export const chunkKey = (roundId: string, projectIds: readonly string[]): string =>
  `${roundId} ${createHash('sha256').update(projectIds.join(' ')).digest('hex').slice(0, 32)}`;

/** Projects per chunk: some hundred milliseconds of one transaction, so that other writers are not kept waiting. */
export const CHUNK_SIZE = 500;

export function inChunks<T>(items: readonly T[], size = CHUNK_SIZE): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}
