import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { JudgeProjects } from '../application/judge-projects.js';
import { recomputeChunkJob, type ChunkPayload } from './recompute.jobs.js';

@Injectable()
export class RecomputeChunkHandler implements JobHandler<ChunkPayload> {
  readonly definition = recomputeChunkJob;

  constructor(private readonly judge: JudgeProjects) {}

  async handle({ payload, progress }: JobContext<ChunkPayload>): Promise<void> {
    await this.judge.run(payload.roundId, payload.projectIds);
    await progress(payload.projectIds.length, payload.projectIds.length);
  }
}
