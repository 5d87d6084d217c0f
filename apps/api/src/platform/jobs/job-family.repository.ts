import { In, type EntityManager } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Clock } from '../runtime/clock.js';
import { DomainError } from '../runtime/domain-error.js';
import type { JobChanges } from './job-changes.js';
import {
  changeIf,
  end,
  hasEnded,
  insertRuns,
  lockRow,
  requeue,
  runningSlot,
  settleParent,
  type JobChange,
} from './job-rows.repository.js';
import { JobRun } from './job-run.entity.js';

/** What a person or a handler does to a job together with its parts: splitting, cancelling, trying again. */
export class JobFamily {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly changes: JobChanges,
  ) {}

  /**
   * Turns a running job into the waiting parent of `children`. Parts of an earlier try are replaced.
   * @returns false where the job is no longer this worker's: nothing is stored then
   */
  async split(parent: JobRun, children: readonly JobRun[]): Promise<boolean> {
    return this.uow.run(async (manager) => {
      const change = {
        status: 'waiting',
        leaseOwner: null,
        leaseUntil: null,
        done: 0,
        total: children.reduce((sum, child) => sum + child.total, 0),
      } satisfies JobChange;
      const seen = {
        id: parent.id,
        status: 'running',
        attempts: parent.attempts,
        leaseOwner: parent.leaseOwner,
      } as const;
      if (!(await changeIf(manager, seen, change))) return false;
      await manager.delete(JobRun, { parentId: parent.id });
      await insertRuns(manager, children);
      this.changes.announce(await manager.findOneByOrFail(JobRun, { id: parent.id }), ...children);
      return true;
    });
  }

  /** @throws DomainError `not-found`, `job-ended` */
  async cancel(id: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const run = await lockedFamily(manager, id);
      if (hasEnded(run.status)) throw new DomainError('job-ended', { status: run.status });
      const changed = await this.stop(manager, run);
      const children = run.status === 'waiting' ? await this.stopChildren(manager, run.id) : [];
      this.changes.announce(...changed, ...children, ...(await this.settleAround(manager, run)));
    });
  }

  private async stopChildren(manager: EntityManager, parentId: string): Promise<JobRun[]> {
    const children = await manager.findBy(JobRun, { parentId, status: In(['queued', 'running', 'waiting']) });
    const changed: JobRun[] = [];
    for (const child of children) {
      changed.push(...(await this.stop(manager, child)));
      if (child.status === 'waiting') changed.push(...(await this.stopChildren(manager, child.id)));
    }
    return changed;
  }

  /** A queued job ends at once; a running one is asked to stop at its next progress report. */
  private async stop(manager: EntityManager, run: JobRun): Promise<JobRun[]> {
    const change = { status: 'cancelled', cancelRequested: true, finishedAt: this.clock.now() } as const;
    if (run.status === 'queued' && (await end(manager, run, change))) return [{ ...run, ...change, slot: null }];
    await manager.update(JobRun, { id: run.id }, { cancelRequested: true });
    return [];
  }

  private async settleAround(manager: EntityManager, run: JobRun): Promise<JobRun[]> {
    const now = this.clock.now();
    const own = run.status === 'waiting' ? await settleParent(manager, run.id, now) : [];
    return run.parentId === null ? own : [...own, ...(await settleParent(manager, run.parentId, now))];
  }

  /**
   * Queues a dead job again with its tries counted from zero; of a job with parts only the dead parts.
   * @throws DomainError `not-found`, `job-not-dead`
   */
  async retry(id: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const run = await lockedFamily(manager, id);
      if (run.status !== 'dead') throw new DomainError('job-not-dead', { status: run.status });
      const dead = await manager.findBy(JobRun, { parentId: id, status: 'dead' });
      if (dead.length === 0) await this.tryAgain(manager, run);
      for (const child of dead) await this.tryAgain(manager, child);
      const parentId = dead.length > 0 ? id : run.parentId;
      if (parentId !== null) await this.awaitParts(manager, parentId);
    });
  }

  private async tryAgain(manager: EntityManager, run: JobRun): Promise<void> {
    const now = this.clock.now();
    const change = { attempts: 0, done: 0, error: null, failure: null, cancelRequested: false, runAfter: now };
    await requeue(manager, run, change);
    this.changes.announce(await manager.findOneByOrFail(JobRun, { id: run.id }));
  }

  /** A dead parent waits again for its parts, keeping others of its key from running where the place is free. */
  private async awaitParts(manager: EntityManager, id: string): Promise<void> {
    const parent = await manager.findOneByOrFail(JobRun, { id });
    if (parent.status !== 'dead') return;
    const slot = (await manager.existsBy(JobRun, { slot: runningSlot(parent) })) ? null : runningSlot(parent);
    const fresh = { error: null, failure: null, finishedAt: null, cancelRequested: false };
    const change = { status: 'waiting', ...fresh, slot } as const;
    await manager.update(JobRun, { id }, change);
    this.changes.announce(Object.assign(parent, change));
  }
}

/** The job, its row and its parent's held until the end of the transaction; the parent first, as everywhere. */
async function lockedFamily(manager: EntityManager, id: string): Promise<JobRun> {
  const seen = await manager.findOneBy(JobRun, { id });
  if (seen === null) throw new DomainError('not-found');
  if (seen.parentId !== null) await lockRow(manager, seen.parentId);
  await lockRow(manager, id);
  return manager.findOneByOrFail(JobRun, { id });
}
