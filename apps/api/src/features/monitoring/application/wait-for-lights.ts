import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { RoundRepository } from '../../reporting/index.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';

const PAUSE_MS = 50;

/** Waits until the lights of a year are up with everything that was stored, whichever process computes them. */
@Injectable()
export class WaitForLights {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly jobs: RecomputeJobRepository,
  ) {}

  /** @returns false where they are not within `patienceMs` */
  async run(year: number, patienceMs = 60_000): Promise<boolean> {
    const until = Date.now() + patienceMs;
    for (;;) {
      if ((await this.underWay(year)) === 0) return true;
      if (Date.now() >= until) return false;
      await sleep(PAUSE_MS);
    }
  }

  private async underWay(year: number): Promise<number> {
    let jobs = 0;
    for (const { id } of await this.rounds.list(this.uow.reader, year)) {
      jobs += await this.jobs.underWay(this.uow.reader, id);
    }
    return jobs;
  }
}
