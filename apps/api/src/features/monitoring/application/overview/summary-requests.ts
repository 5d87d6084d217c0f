import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { JobQueue } from '../../../../platform/jobs/job-queue.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { groupBy } from '../../../../platform/runtime/group-by.js';
import { summariseLightsJob } from '../../jobs/summarise-lights.job.js';
import { LightSummaryRepository } from '../../persistence/light-summary.repository.js';
import type { TouchedUnit } from '../../persistence/previous-light.repository.js';
import { SummaryJobRepository } from '../../persistence/summary-job.repository.js';

/** Fewer units are summed up at once, whatever else is judged at the time. */
const MANY_UNITS = 10;

/** Asks for lights to be summed up, in the transaction that changed them. */
@Injectable()
export class SummaryRequests {
  constructor(
    private readonly jobs: JobQueue,
    private readonly underWay: SummaryJobRepository,
    private readonly summaries: LightSummaryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * After lights of a round were stored. Where the round is judged as a whole, its parts say so in one row each and ask for
   * no job: `WatchSummaries` has it summed up now and then, and at the end, instead of every unit for every part.
   */
  async judged(manager: EntityManager, judgedRoundId: string, touched: readonly TouchedUnit[]): Promise<void> {
    const isMany = distinctUnits(touched).length > MANY_UNITS;
    const isPart = isMany && (await this.underWay.isJudgedWhole(manager, judgedRoundId));
    for (const [roundId, units] of groupBy(touched, (unit) => unit.roundId)) {
      if (isPart) await this.summaries.request(manager, roundId, [null], this.clock.now());
      else await this.ask(manager, roundId, distinctUnits(units));
    }
  }

  /** After lights were taken away. */
  async removed(manager: EntityManager, touched: readonly TouchedUnit[]): Promise<void> {
    for (const [roundId, units] of groupBy(touched, (unit) => unit.roundId)) {
      await this.ask(manager, roundId, distinctUnits(units));
    }
  }

  /** All units of a round. */
  whole(manager: EntityManager, roundId: string): Promise<void> {
    return this.ask(manager, roundId, [null]);
  }

  /** For what waits already. */
  async job(manager: EntityManager, roundId: string): Promise<void> {
    await this.jobs.enqueue(manager, summariseLightsJob, { roundId }, { key: roundId });
  }

  private async ask(manager: EntityManager, roundId: string, units: readonly (string | null)[]): Promise<void> {
    await this.summaries.request(manager, roundId, units, this.clock.now());
    await this.job(manager, roundId);
  }
}

const distinctUnits = (touched: readonly TouchedUnit[]): string[] => [
  ...new Set(touched.map(({ organisationId }) => organisationId)),
];
