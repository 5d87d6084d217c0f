import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { FillDraft } from '../application/fill-draft.js';
import { draftReportJob, type DraftReportPayload } from './draft-report.jobs.js';

@Injectable()
export class DraftReportHandler implements JobHandler<DraftReportPayload> {
  readonly definition = draftReportJob;

  constructor(private readonly fill: FillDraft) {}

  async handle({ payload, progress }: JobContext<DraftReportPayload>): Promise<void> {
    const { reportId, again, ...by } = payload;
    await this.fill.run(reportId, again, by, new Pace({ onProgress: progress }));
  }
}
