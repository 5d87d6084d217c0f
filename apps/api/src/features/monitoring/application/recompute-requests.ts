import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import {
  chunkKey,
  inChunks,
  projectKey,
  recomputeChunkJob,
  recomputeProjectJob,
  recomputeRoundJob,
  roundKey,
} from '../jobs/recompute.jobs.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';

/** Up to this many projects get a job each, which is done at once; more are judged in chunks. */
const SINGLE = 5;
/** From so many on, the whole round is judged by one job that divides itself, rather than asked for chunk by chunk. */
const WHOLE_ROUND = 1000;

/** Asks for lights to be computed, in the transaction of what made it necessary. */
@Injectable()
export class RecomputeRequests {
  constructor(
    private readonly jobs: JobQueue,
    private readonly projectsOf: RecomputeJobRepository,
  ) {}

  round(manager: EntityManager, roundId: string, requestedBy: string | null): Promise<string> {
    return this.jobs.enqueue(manager, recomputeRoundJob, { roundId }, { key: roundKey(roundId), requestedBy });
  }

  /** The projects of an organisation and of all below it. @returns the ids of the jobs */
  async below(
    manager: EntityManager,
    roundId: string,
    organisationId: string,
    requestedBy: string | null,
  ): Promise<readonly string[]> {
    const projectIds = await this.projectsOf.below(manager, roundId, organisationId);
    return this.projects(manager, roundId, projectIds, requestedBy);
  }

  /** @returns the ids of the jobs */
  async projects(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
    requestedBy: string | null,
  ): Promise<readonly string[]> {
    if (projectIds.length >= WHOLE_ROUND) return [await this.round(manager, roundId, requestedBy)];
    const ids: string[] = [];
    if (projectIds.length <= SINGLE) {
      for (const projectId of projectIds) {
        const options = { key: projectKey(roundId, projectId), requestedBy };
        ids.push(await this.jobs.enqueue(manager, recomputeProjectJob, { roundId, projectId }, options));
      }
      return ids;
    }
    for (const chunk of inChunks([...projectIds].sort())) {
      const options = { key: chunkKey(roundId, chunk), requestedBy };
      ids.push(await this.jobs.enqueue(manager, recomputeChunkJob, { roundId, projectIds: [...chunk] }, options));
    }
    return ids;
  }
}
