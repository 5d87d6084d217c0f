import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { LockRound, type LockOptions, type MonitoringRound, type RoundView } from '../../reporting/index.js';
import { TargetRepository } from '../../targets/index.js';
import { lockRoundJob } from '../jobs/lock-round.jobs.js';
import { RecomputeJobRepository } from '../persistence/recompute-job.repository.js';
import { LockWhenComputed } from './lock-when-computed.js';

/** From so many projects on locking takes longer than a request should: each is compared with its light and sealed. */
const LARGE_ROUND = 1_000;

/** Locks a round at once, or has a job lock it where the round is large. */
@Injectable()
export class RequestLock {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly lockRound: LockRound,
    private readonly lock: LockWhenComputed,
    private readonly targets: TargetRepository,
    private readonly underWay: RecomputeJobRepository,
    private readonly jobs: JobQueue,
  ) {}

  /**
   * @returns the locked round, or the job that locks it; that of an earlier request where it has not ended
   * @throws DomainError what `LockWhenComputed` refuses at this moment
   */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    options: LockOptions,
    remoteAddress: string,
  ): Promise<RoundView | { readonly jobId: string }> {
    const { id } = await this.lockRound.check(user, year, month, options);
    const projects = await this.targets.countOfRound(this.uow.reader, year, month);
    if (projects < LARGE_ROUND) return this.lock.run(user, year, month, options, remoteAddress);
    const by = actorAt(user, 'rounds.manage', EVERYWHERE);
    const payload = { year, month, asTheyStand: options.asTheyStand ?? false, ...by, remoteAddress };
    const requester = { requestedBy: by.actor, requestedFor: by.onBehalfOf };
    return this.uow.run(async (manager) => {
      const present = await this.underWay.locking(manager, id);
      if (present !== null) return { jobId: present };
      return { jobId: await this.jobs.enqueue(manager, lockRoundJob, payload, { key: id, ...requester }) };
    });
  }
}
