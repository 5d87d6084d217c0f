import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { EndReporting, LockRound, type LockOptions, type RoundView } from '../../reporting/index.js';
import { StaleLights } from './stale-lights.js';
import { WatchDeadlines } from './watch-deadlines.js';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/**
 * Ends the reporting of a round and locks it once its lights are up with its reports, for which it waits a while. Reporting
 * goes on where the round could not be locked anyway.
 */
@Injectable()
export class LockWhenComputed {
  constructor(
    private readonly endReporting: EndReporting,
    private readonly lock: LockRound,
    private readonly deadlines: WatchDeadlines,
    private readonly stale: StaleLights,
  ) {}

  /** @throws DomainError what `LockRound` refuses, `round-busy` where the lights take longer than the patience */
  async run(
    user: CurrentUser,
    year: number,
    month: number,
    options: LockOptions = {},
    remoteAddress?: string,
  ): Promise<RoundView> {
    const { id, status } = await this.lock.check(user, year, month, options);
    if (status !== 'locked') {
      await this.endReporting.run(user, year, month, remoteAddress);
      await this.deadlines.run();
    }
    const until = Date.now() + PATIENCE_MS;
    for (let judgedAgain = false; ;) {
      try {
        return await this.lock.run(user, year, month, options, remoteAddress);
      } catch (error) {
        const busy = error instanceof DomainError && error.code === 'round-busy';
        if (!busy || Date.now() >= until) throw error;
      }
      // Once: where judging fails again, asking for it again is for a person who has seen why.
      judgedAgain ||= await this.stale.judgeAgain(id, user.username);
      await sleep(PAUSE_MS);
    }
  }
}
