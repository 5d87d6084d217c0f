import { Injectable } from '@nestjs/common';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { Deliver } from '../application/deliver.js';
import { deliverJob, type DeliverPayload } from './deliver.jobs.js';

@Injectable()
export class DeliverHandler implements JobHandler<DeliverPayload> {
  readonly definition = deliverJob;

  constructor(private readonly deliver: Deliver) {}

  async handle({ payload }: JobContext<DeliverPayload>): Promise<void> {
    await this.deliver.run(payload.deliveryId);
  }
}
