import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { TryAlertRules } from '../application/try-alert-rules.js';
import { tryAlertRulesJob, type AlertTrialPayload } from './try-alert-rules.jobs.js';

@Injectable()
export class TryAlertRulesHandler implements JobHandler<AlertTrialPayload> {
  readonly definition = tryAlertRulesJob;

  constructor(private readonly tryRules: TryAlertRules) {}

  async handle({ jobId, payload, progress }: JobContext<AlertTrialPayload>): Promise<void> {
    await this.tryRules.run(jobId, payload, new Pace({ onProgress: progress }));
  }
}
