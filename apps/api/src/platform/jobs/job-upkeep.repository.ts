import { In, LessThan, LessThanOrEqual } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Clock } from '../runtime/clock.js';
import type { JobChanges } from './job-changes.js';
import { end, lockRow, requeue, settleParent } from './job-rows.repository.js';
import { JobRun } from './job-run.entity.js';
import type { JobTimings } from './job-timings.js';
import { isKnownAlive, isKnownDead } from './worker-identity.js';

const DUE_BATCH = 500;
const PRUNE_BATCH = 1000;

/** What the sweeper does: it finds what crashes, restarts and lost queues have left behind. */
export class JobUpkeep {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly changes: JobChanges,
    private readonly timings: JobTimings,
  ) {}

  /** Queued jobs whose time has come, oldest first. */
  due(): Promise<JobRun[]> {
    return this.uow.reader.find(JobRun, {
      where: { status: 'queued', runAfter: LessThanOrEqual(this.clock.now()) },
      order: { createdAt: 'ASC' },
      take: DUE_BATCH,
    });
  }

  /** The next due job of a key whose running one has ended. */
  nextOf(name: string, jobKey: string): Promise<JobRun | null> {
    return this.uow.reader.findOne(JobRun, {
      where: { name, jobKey, status: 'queued', runAfter: LessThanOrEqual(this.clock.now()) },
      order: { createdAt: 'ASC' },
    });
  }

  /**
   * Takes back the jobs of workers that are gone; a job that has used up its tries is dead. A worker that is seen to
   * live may be in the middle of a long transaction that keeps it from renewing its leases: it is waited for longer.
   * @param ownToken this process's worker, which is alive however long it was kept from renewing its leases
   */
  async takeBackAbandoned(ownToken: string): Promise<number> {
    const running = await this.uow.reader.findBy(JobRun, { status: 'running' });
    const abandoned = running.filter(({ leaseOwner, leaseUntil }) => {
      if (leaseOwner === ownToken) return false;
      if (leaseOwner === null || leaseUntil === null || isKnownDead(leaseOwner)) return true;
      const patience = isKnownAlive(leaseOwner) ? this.timings.livingPatienceMs : 0;
      return leaseUntil < this.clock.later(-patience);
    });
    for (const run of abandoned) await this.takeBack(run);
    return abandoned.length;
  }

  private async takeBack(seen: JobRun): Promise<void> {
    await this.uow.run(async (manager) => {
      if (seen.parentId !== null) await lockRow(manager, seen.parentId);
      await lockRow(manager, seen.id);
      const run = await manager.findOneBy(JobRun, { id: seen.id });
      if (run === null || !isSameLease(run, seen)) return;
      const now = this.clock.now();
      const lost = { error: 'the process that ran it ended before it was done', failure: null };
      if (run.cancelRequested) await end(manager, run, { status: 'cancelled', finishedAt: now });
      else if (run.attempts >= run.maxAttempts) await end(manager, run, { status: 'dead', ...lost, finishedAt: now });
      else await requeue(manager, run, { runAfter: now, ...lost });
      const above = run.parentId === null ? [] : await settleParent(manager, run.parentId, now);
      this.changes.announce(await manager.findOneByOrFail(JobRun, { id: run.id }), ...above);
    });
  }

  /** Ends parents whose parts have all ended; a net below the transactions that should have done so. */
  async settleParents(): Promise<void> {
    const parents = await this.uow.reader.findBy(JobRun, { status: 'waiting' });
    if (parents.length === 0) return;
    const busy = await this.uow.reader.find(JobRun, {
      select: { parentId: true },
      where: { parentId: In(parents.map(({ id }) => id)), status: In(['queued', 'running', 'waiting']) },
    });
    const withWork = new Set(busy.map(({ parentId }) => parentId));
    for (const { id } of parents.filter((parent) => !withWork.has(parent.id))) {
      await this.uow.run(async (manager) => {
        await lockRow(manager, id);
        this.changes.announce(...(await settleParent(manager, id, this.clock.now())));
      });
    }
  }

  /** Removes ended jobs older than `ageMs`. */
  async prune(ageMs: number): Promise<void> {
    const old = await this.uow.reader.find(JobRun, {
      select: { id: true },
      where: { finishedAt: LessThan(this.clock.later(-ageMs)), status: In(['succeeded', 'dead', 'cancelled']) },
      take: PRUNE_BATCH,
    });
    if (old.length === 0) return;
    await this.uow.run((manager) => manager.delete(JobRun, { id: In(old.map(({ id }) => id)) }));
  }
}

const isSameLease = (run: JobRun, seen: JobRun): boolean =>
  run.status === 'running' && run.leaseOwner === seen.leaseOwner && run.leaseUntil === seen.leaseUntil;
