import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { Clock } from '../runtime/clock.js';
import { newId } from '../runtime/ids.js';
import type { JobChanges } from './job-changes.js';
import type { JobFailure } from './job-errors.js';
import type { JobDefinition } from './job-queue.js';
import {
  changeIf,
  end,
  insertRuns,
  isSlotTaken,
  lockRow,
  queuedSlot,
  requeue,
  runningSlot,
  settleParent,
  type JobChange,
} from './job-rows.repository.js';
import { JobRun } from './job-run.entity.js';
import type { JobTimings } from './job-timings.js';

export interface JobRequest {
  readonly definition: JobDefinition<unknown>;
  readonly payload: unknown;
  readonly key: string;
  readonly requestedBy: string | null;
  readonly requestedFor: string | null;
  readonly parentId: string | null;
  /** Units of work that a part counts for in its parent's progress. */
  readonly units: number;
}

/** How a progress report was received. */
export type LeaseState = 'held' | 'cancelled' | 'lost';

export interface JobFigures {
  readonly done: number;
  readonly total: number;
}

/** What went wrong: for the person who looks after jobs, and where it is a refusal, for everybody. */
export interface JobError {
  readonly error: string | null;
  readonly failure: JobFailure | null;
}

const NO_ERROR: JobError = { error: null, failure: null };

export type EndStatus = 'succeeded' | 'dead' | 'cancelled';

const JOIN_TRIES = 5;

/** A job that waits for other work is looked at again after this share of the time that it has waited already. */
const PATIENCE = 0.2;
const LONGEST_PAUSE_MS = 10_000;

/** The life of one job in the ledger: request, claim, progress, end. Each change is conditional on what was seen. */
export class JobLedger {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly changes: JobChanges,
    private readonly timings: JobTimings,
  ) {}

  newRun({ definition, payload, key, requestedBy, requestedFor, parentId, units }: JobRequest): JobRun {
    const now = this.clock.now();
    return Object.assign(new JobRun(), {
      id: newId(),
      name: definition.name,
      jobKey: key,
      slot: null,
      payload,
      status: 'queued',
      attempts: 0,
      maxAttempts: definition.maxAttempts,
      backoffMs: definition.backoffMs,
      runAfter: now,
      leaseOwner: null,
      leaseUntil: null,
      cancelRequested: false,
      done: 0,
      total: units,
      error: null,
      failure: null,
      requestedBy,
      requestedFor,
      parentId,
      createdAt: now,
      startedAt: null,
      finishedAt: null,
    } satisfies JobRun);
  }

  /**
   * Inserts the job, or joins the one of its name and key that waits. Joining writes the waiting row, so that it
   * cannot start before the caller's transaction has ended, and will therefore see its changes.
   */
  async enqueue(manager: EntityManager, request: JobRequest): Promise<JobRun> {
    const run = this.newRun(request);
    run.slot = queuedSlot(run);
    for (let attempt = 1; ; attempt += 1) {
      const waiting = await this.join(manager, run.slot);
      if (waiting !== null) return waiting;
      try {
        await insertRuns(manager, [run]);
        this.changes.announce(run);
        return run;
      } catch (error) {
        if (!isSlotTaken(error) || attempt === JOIN_TRIES) throw error;
      }
    }
  }

  private async join(manager: EntityManager, slot: string): Promise<JobRun | null> {
    // A job that waits for its back-off starts at once: newer data may be what it needed.
    if (!(await changeIf(manager, { slot }, { runAfter: this.clock.now() }))) return null;
    const waiting = await manager.findOneByOrFail(JobRun, { slot });
    this.changes.announce(waiting);
    return waiting;
  }

  /** Takes a queued job that is due for this worker; null where it is not to be run now. */
  async claim(id: string, owner: string): Promise<JobRun | null> {
    return this.uow.run(async (manager) => {
      const run = await manager.findOneBy(JobRun, { id });
      const now = this.clock.now();
      if (run?.status !== 'queued' || run.runAfter > now) return null;
      const change = {
        status: 'running',
        slot: runningSlot(run),
        attempts: run.attempts + 1,
        leaseOwner: owner,
        leaseUntil: this.clock.later(this.timings.leaseMs),
        startedAt: run.startedAt ?? now,
      } satisfies JobChange;
      try {
        if (!(await changeIf(manager, { id, status: 'queued', attempts: run.attempts }, change))) return null;
      } catch (error) {
        if (isSlotTaken(error)) return null;
        throw error;
      }
      Object.assign(run, change);
      this.changes.announce(run);
      return run;
    });
  }

  /** Renews all leases of one worker. */
  async renew(owner: string): Promise<void> {
    await this.uow.run((manager) =>
      changeIf(
        manager,
        { leaseOwner: owner, status: 'running' },
        { leaseUntil: this.clock.later(this.timings.leaseMs) },
      ),
    );
  }

  /** Stores how far a running job is. A part's figures are scaled to the units it counts for. */
  async progress(run: JobRun, done: number, total: number): Promise<LeaseState> {
    return this.uow.run(async (manager) => {
      if (run.parentId !== null) await lockRow(manager, run.parentId);
      const figures = run.parentId === null ? { done, total } : { done: share(run.total, done, total) };
      const leaseUntil = this.clock.later(this.timings.leaseMs);
      if (!(await changeIf(manager, held(run), { ...figures, leaseUntil }))) return 'lost';
      const stored = await manager.findOneByOrFail(JobRun, { id: run.id });
      const above = run.parentId === null ? [] : await settleParent(manager, run.parentId, this.clock.now());
      this.changes.announce(stored, ...above);
      return stored.cancelRequested ? 'cancelled' : 'held';
    });
  }

  /**
   * Ends a running job; without effect where it is no longer this worker's, or waits for its parts.
   * @param figures the last that it reported, of which the ledger may have heard nothing
   */
  async finish(run: JobRun, status: EndStatus, figures: JobFigures | null, error: JobError = NO_ERROR): Promise<void> {
    await this.whileHeld(run, (manager, stored) => {
      if (figures !== null && run.parentId === null) Object.assign(stored, figures);
      return this.endHeld(manager, stored, status, error);
    });
  }

  /** Records a failed try: queued again after a back-off that doubles. The last one is ended by `finish`. */
  async fail(run: JobRun, error: JobError): Promise<void> {
    const backoff = Math.min(run.backoffMs * 2 ** (run.attempts - 1), this.timings.maxBackoffMs);
    await this.putBack(run, { runAfter: this.clock.later(backoff), ...error });
  }

  /**
   * Puts a job back that has to wait for other work: that is no failed try. The longer it has waited, the later it is
   * looked at again.
   */
  async wait(run: JobRun, error: JobError): Promise<void> {
    const waited = Date.parse(this.clock.now()) - Date.parse(run.startedAt ?? run.createdAt);
    const pause = Math.min(Math.max(run.backoffMs, waited * PATIENCE), LONGEST_PAUSE_MS, this.timings.maxBackoffMs);
    await this.putBack(run, { runAfter: this.clock.later(pause), attempts: run.attempts - 1, ...error });
  }

  /** Gives a running job back untried, for a process that is stopping. */
  async release(run: JobRun): Promise<void> {
    await this.putBack(run, { runAfter: this.clock.now(), attempts: run.attempts - 1 });
  }

  /** A job that was cancelled while it ran is not tried again. */
  private async putBack(run: JobRun, change: JobChange & Pick<JobRun, 'runAfter'>): Promise<void> {
    await this.whileHeld(run, async (manager, stored) => {
      if (stored.cancelRequested) return this.endHeld(manager, stored, 'cancelled', NO_ERROR);
      if (!(await requeue(manager, stored, change))) return;
      this.changes.announce(await manager.findOneByOrFail(JobRun, { id: run.id }));
    });
  }

  private async whileHeld(
    run: JobRun,
    change: (manager: EntityManager, stored: JobRun) => Promise<void>,
  ): Promise<void> {
    await this.uow.run(async (manager) => {
      if (run.parentId !== null) await lockRow(manager, run.parentId);
      await lockRow(manager, run.id);
      const stored = await manager.findOneBy(JobRun, held(run));
      if (stored !== null) await change(manager, stored);
    });
  }

  private async endHeld(manager: EntityManager, stored: JobRun, status: EndStatus, error: JobError): Promise<void> {
    const now = this.clock.now();
    const { total } = stored;
    const done = status === 'succeeded' ? total : stored.done;
    const change = { status, ...error, finishedAt: now, done, total };
    await end(manager, stored, change);
    const above = stored.parentId === null ? [] : await settleParent(manager, stored.parentId, now);
    this.changes.announce(Object.assign(stored, change), ...above);
  }
}

/** The row while this very try of it runs here. */
const held = (run: JobRun) =>
  ({ id: run.id, status: 'running', attempts: run.attempts, leaseOwner: run.leaseOwner ?? '' }) as const;

const share = (units: number, done: number, total: number): number =>
  total <= 0 ? 0 : Math.min(units, Math.floor((units * done) / total));
