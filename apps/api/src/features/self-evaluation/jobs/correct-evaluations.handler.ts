import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { CorrectEvaluations } from '../application/correct-evaluations.js';
import { correctEvaluationsJob, type EvaluationYearPayload } from './evaluation-year.jobs.js';

@Injectable()
export class CorrectEvaluationsHandler implements JobHandler<EvaluationYearPayload> {
  readonly definition = correctEvaluationsJob;

  constructor(private readonly correct: CorrectEvaluations) {}

  async handle({ payload, progress }: JobContext<EvaluationYearPayload>): Promise<void> {
    await this.correct.run(payload.year, progress);
  }
}
