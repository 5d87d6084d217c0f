import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { Pace } from '../../../platform/runtime/pace.js';
import { SimulateRules } from '../application/simulate-rules.js';
import { simulateJob, type SimulationPayload } from './simulate.jobs.js';

@Injectable()
export class SimulateHandler implements JobHandler<SimulationPayload> {
  readonly definition = simulateJob;

  constructor(private readonly simulate: SimulateRules) {}

  async handle({ jobId, payload, progress }: JobContext<SimulationPayload>): Promise<void> {
    await this.simulate.run(jobId, payload, new Pace({ onProgress: progress }));
  }
}
