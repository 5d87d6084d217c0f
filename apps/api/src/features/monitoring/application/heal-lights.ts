import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { StaleLights } from './stale-lights.js';

/** Clocks of several machines differ: what failed in the last minute is looked at twice rather than not at all. */
const SKEW_MS = 60_000;

/**
 * Looks again at open rounds of which a judging job has died or was called off: its projects would keep lights of something
 * that is no longer stored until somebody locks the round.
 */
@Injectable()
export class HealLights {
  /** Failures up to here are looked at, by round; as far back as the ledger goes where none have been. */
  private lookedAt = '';
  private waiting: readonly string[] = [];

  constructor(
    private readonly uow: UnitOfWork,
    private readonly jobs: RecomputeJobRepository,
    private readonly stale: StaleLights,
    private readonly clock: Clock,
  ) {}

  /** Any number of processes may run it at once. What is being judged is looked at the next time. */
  async run(): Promise<void> {
    const begun = this.clock.now();
    const failed = await this.jobs.failedSince(this.uow.reader, this.lookedAt);
    const waiting: string[] = [];
    for (const roundId of new Set([...this.waiting, ...failed])) {
      if (!(await this.stale.judgeAgain(roundId, null))) waiting.push(roundId);
    }
    this.waiting = waiting;
    this.lookedAt = new Date(Date.parse(begun) - SKEW_MS).toISOString();
  }
}
