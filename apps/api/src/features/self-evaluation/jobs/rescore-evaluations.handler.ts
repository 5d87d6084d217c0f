import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { RescoreEvaluations } from '../application/rescore-evaluations.js';
import { rescoreEvaluationsJob, type EvaluationYearPayload } from './evaluation-year.jobs.js';

@Injectable()
export class RescoreEvaluationsHandler implements JobHandler<EvaluationYearPayload> {
  readonly definition = rescoreEvaluationsJob;

  constructor(private readonly rescore: RescoreEvaluations) {}

  async handle({ payload, progress }: JobContext<EvaluationYearPayload>): Promise<void> {
    await this.rescore.run(payload.year, progress);
  }
}
