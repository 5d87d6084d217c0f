import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import {
  EndReporting,
  LockRound,
  ResumeReporting,
  type LockOptions,
  type MonitoringRound,
  type RoundView,
} from '../../reporting/index.js';
import { JobInterrupted } from '../../../platform/jobs/job-errors.js';
import { StaleLights } from './stale-lights.js';
import { WatchDeadlines } from './watch-deadlines.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

export interface LockWhenComputedOptions extends LockOptions {
  /** For how long the lights are waited for. */
  readonly patienceMs?: number;
}

/**
 * Ends the reporting of a round and locks it once its lights are up with its reports, for which it waits a while. What can
 * be checked is checked before, so that reporting goes on where the round could not be locked anyway. Where the lock fails
 * for good all the same, reporting goes on as well: nobody asked to end just that. Where only the lights take longer, it
 * stays ended, for they would have to be computed once more, and the next lock finds them done; or finance resumes it.
 */
@Injectable()
export class LockWhenComputed {
  private readonly logger = new Logger('Lock');

  constructor(
    private readonly endReporting: EndReporting,
    private readonly resumeReporting: ResumeReporting,
    private readonly lock: LockRound,
    private readonly deadlines: WatchDeadlines,
    private readonly stale: StaleLights,
  ) {}

  /**
   * @throws DomainError what `LockRound` refuses; where the lights take longer than the patience `round-lock-waits`, or
   *   `round-busy` where reporting was over anyway
   */
  async run(
    user: CurrentUser,
    year: number,
    month: number,
    options: LockWhenComputedOptions = {},
    remoteAddress?: string,
  ): Promise<RoundView> {
    const { id, status, reportingEndedAt } = await this.lock.check(user, year, month, options);
    const endedAt = status === 'locked' ? null : await this.endReporting.run(user, year, month, remoteAddress);
    try {
      if (status !== 'locked') await this.deadlines.run();
      return await this.lockPatiently(user, { id, year, month }, options, remoteAddress);
    } catch (error) {
      if (isBusy(error)) {
        const wasEnded = endedAt !== null || (status !== 'locked' && reportingEndedAt !== null);
        throw wasEnded ? new DomainError('round-lock-waits', { year, month }) : error;
      }
      // The next worker goes on with what this one has begun.
      if (endedAt !== null && !(error instanceof JobInterrupted)) {
        const lock = { endedAt, failedWith: error instanceof DomainError ? error.code : 'error' };
        await this.resumeReporting.run(user, { year, month }, remoteAddress, lock).catch((failure: unknown) => {
          this.logger.error(`Reporting into ${year}-${month} could not be resumed: ${String(failure)}`);
        });
      }
      throw error;
    }
  }

  private async lockPatiently(
    user: CurrentUser,
    { id, year, month }: Pick<MonitoringRound, 'id' | 'year' | 'month'>,
    { patienceMs = PATIENCE_MS, ...options }: LockWhenComputedOptions,
    remoteAddress: string | undefined,
  ): Promise<RoundView> {
    const until = Date.now() + patienceMs;
    for (let judgedAgain = false; ;) {
      try {
        return await this.lock.run(user, year, month, options, remoteAddress);
      } catch (error) {
        if (!isBusy(error)) throw error;
        // Once: where judging fails again, asking for it again is for a person who has seen why.
        judgedAgain ||= await this.stale.judgeAgain(id, user.username);
        if (Date.now() >= until) throw error;
      }
      await sleep(PAUSE_MS);
    }
  }
}

const isBusy = (error: unknown): boolean => error instanceof DomainError && error.code === 'round-busy';
