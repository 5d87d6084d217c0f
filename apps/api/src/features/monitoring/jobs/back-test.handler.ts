import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { RunBackTest } from '../application/back-test/run-back-test.js';
import { backTestJob, type BackTestPayload } from './back-test.jobs.js';

@Injectable()
export class BackTestHandler implements JobHandler<BackTestPayload> {
  readonly definition = backTestJob;

  constructor(private readonly backTest: RunBackTest) {}

  handle({ progress }: JobContext<BackTestPayload>): Promise<void> {
    return this.backTest.run(progress);
  }
}
