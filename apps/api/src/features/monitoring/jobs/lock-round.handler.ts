import { Injectable } from '@nestjs/common';
import { actingWith } from '../../../platform/http/access.js';
import type { JobContext, JobHandler } from '../../../platform/jobs/job-queue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { LockPace } from '../../reporting/index.js';
import { LockWhenComputed } from '../application/lock-when-computed.js';
import { lockRoundJob, type LockPayload } from './lock-round.jobs.js';

/** The lights are still being judged: not a refusal, but a reason to try again. */
class LightsAwaited extends Error {
  override readonly name = 'LightsAwaited';
}

/** Keeps no place of a worker while lights are awaited, which other jobs may need that very place for. */
@Injectable()
export class LockRoundHandler implements JobHandler<LockPayload> {
  readonly definition = lockRoundJob;

  constructor(private readonly lock: LockWhenComputed) {}

  async handle({ payload, attempt, progress }: JobContext<LockPayload>): Promise<void> {
    const { year, month, asTheyStand, remoteAddress, ...by } = payload;
    const options = { asTheyStand, patienceMs: 0, pace: new LockPace({ onProgress: progress }) };
    try {
      await this.lock.run(actingWith('rounds.manage', by), year, month, options, remoteAddress ?? undefined);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // An earlier try was cut off after its commit.
      if (error.code === 'round-locked' && attempt > 1) return;
      const isAwaiting = error.code === 'round-busy' || error.code === 'round-lock-waits';
      throw isAwaiting && attempt < lockRoundJob.maxAttempts ? new LightsAwaited(error.code) : error;
    }
  }
}
