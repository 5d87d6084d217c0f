import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { JudgeProjects } from '../application/judge-projects.js';
import { recomputeProjectJob, type ProjectPayload } from './recompute.jobs.js';

@Injectable()
export class RecomputeProjectHandler implements JobHandler<ProjectPayload> {
  readonly definition = recomputeProjectJob;

  constructor(private readonly judge: JudgeProjects) {}

  async handle({ payload }: JobContext<ProjectPayload>): Promise<void> {
    await this.judge.run(payload.roundId, [payload.projectId]);
  }
}
