import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { CheckSeals } from '../application/check-seals.js';
import { sealCheckJob, type SealCheckPayload } from './seal-check.jobs.js';

@Injectable()
export class SealCheckHandler implements JobHandler<SealCheckPayload> {
  readonly definition = sealCheckJob;

  constructor(private readonly check: CheckSeals) {}

  async handle({ payload, progress }: JobContext<SealCheckPayload>): Promise<void> {
    await this.check.run(payload, new Pace({ onProgress: progress }));
  }
}
