import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { DraftEvaluations } from '../application/draft-evaluations.js';
import { draftEvaluationsJob, type EvaluationYearPayload } from './evaluation-year.jobs.js';

@Injectable()
export class DraftEvaluationsHandler implements JobHandler<EvaluationYearPayload> {
  readonly definition = draftEvaluationsJob;

  constructor(private readonly draft: DraftEvaluations) {}

  async handle({ payload, progress }: JobContext<EvaluationYearPayload>): Promise<void> {
    await this.draft.run(payload.year, progress);
  }
}
