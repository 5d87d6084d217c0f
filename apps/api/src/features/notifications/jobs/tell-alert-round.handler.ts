import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobMustWait } from '../../../platform/jobs/job-errors.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { UnitsToEvaluate } from '../../alerts/index.js';
import { TellAlerts } from '../application/tell-alerts.js';
import { tellAlertRoundJob, type TellAlertRoundPayload } from './tell-alert-round.job.js';

/** Waits for the whole of what is looked at, so that who has many alerts is told of them once. */
@Injectable()
export class TellAlertRoundHandler implements JobHandler<TellAlertRoundPayload> {
  readonly definition = tellAlertRoundJob;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly evaluating: UnitsToEvaluate,
    private readonly tell: TellAlerts,
  ) {}

  async handle({ payload: { roundId, day } }: JobContext<TellAlertRoundPayload>): Promise<void> {
    if (await this.evaluating.isUnderWay(this.uow.reader, roundId)) throw new JobMustWait('alerts are looked at');
    await this.tell.run(roundId, day);
  }
}
