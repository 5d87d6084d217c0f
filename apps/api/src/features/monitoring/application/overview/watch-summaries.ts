import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { LightSummaryRepository } from '../../persistence/light-summary.repository.js';
import { SummaryJobRepository } from '../../persistence/summary-job.repository.js';
import { SummaryRequests } from './summary-requests.js';

/** How often a round is summed up while it is judged as a whole. */
const WHILE_JUDGED_MS = 15_000;

/** What could not be summed up is tried again after a while. */
const AFTER_FAILURE_MS = 600_000;

/** Has summed up what waits for it: rounds that are judged as a whole, and what a job that died has left. */
@Injectable()
export class WatchSummaries {
  private begun = false;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly summaries: LightSummaryRepository,
    private readonly requests: SummaryRequests,
    private readonly jobs: SummaryJobRepository,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once: per round at most one job waits. */
  async run(): Promise<void> {
    if (!this.begun) await this.begin();
    const { reader } = this.uow;
    const failedAfter = this.clock.later(-AFTER_FAILURE_MS);
    const young = this.clock.later(-WHILE_JUDGED_MS);
    for (const { roundId, since } of await this.summaries.waiting(reader)) {
      if (await this.jobs.isSummedUp(reader, roundId, failedAfter)) continue;
      if (since > young && (await this.jobs.isYearJudgedWhole(reader, roundId))) continue;
      await this.uow.run((manager) => this.requests.job(manager, roundId));
    }
  }

  /** After an upgrade. */
  private async begin(): Promise<void> {
    for (const roundId of await this.summaries.neverSummed(this.uow.reader)) {
      await this.uow.run((manager) => this.requests.whole(manager, roundId));
    }
    this.begun = true;
  }
}
