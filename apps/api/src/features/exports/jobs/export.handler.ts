import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { WriteExport } from '../application/write-export.js';
import { exportJob, type ExportPayload } from './export.jobs.js';

@Injectable()
export class ExportHandler implements JobHandler<ExportPayload> {
  readonly definition = exportJob;

  constructor(private readonly write: WriteExport) {}

  async handle({ payload, progress }: JobContext<ExportPayload>): Promise<void> {
    await this.write.run(payload, new Pace({ onProgress: progress }));
  }
}
