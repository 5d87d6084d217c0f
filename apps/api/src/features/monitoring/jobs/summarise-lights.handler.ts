import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { RefreshSummary } from '../application/overview/refresh-summary.js';
import { summariseLightsJob, type SummaryPayload } from './summarise-lights.job.js';

@Injectable()
export class SummariseLightsHandler implements JobHandler<SummaryPayload> {
  readonly definition = summariseLightsJob;

  constructor(private readonly refresh: RefreshSummary) {}

  handle({ payload }: JobContext<SummaryPayload>): Promise<void> {
    return this.refresh.run(payload.roundId);
  }
}
