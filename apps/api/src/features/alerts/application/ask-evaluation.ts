import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { evaluateRoundJob, evaluateUnitsJob, roundKey, unitsKey } from '../jobs/alerts.jobs.js';

/** Asks for alerts to be looked at, in the transaction of what made it necessary. */
@Injectable()
export class AskEvaluation {
  constructor(private readonly queue: JobQueue) {}

  /** The whole round; asked for again while it waits, it is done once. @returns the id of the job */
  round(manager: EntityManager, roundId: string, requestedBy: string | null = null): Promise<string> {
    return this.queue.enqueue(manager, evaluateRoundJob, { roundId }, { key: roundKey(roundId), requestedBy });
  }

  unit(manager: EntityManager, roundId: string, organisationId: string): Promise<string> {
    const organisationIds = [organisationId];
    const key = unitsKey(roundId, organisationIds);
    return this.queue.enqueue(manager, evaluateUnitsJob, { roundId, organisationIds }, { key });
  }
}
