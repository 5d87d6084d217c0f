import type { EntityManager } from 'typeorm';

export type JobStatus = 'queued' | 'running' | 'waiting' | 'succeeded' | 'dead' | 'cancelled';

/** What a handler is given: its own ledger row and the means to say how far it is. */
export interface JobContext<P> {
  readonly jobId: string;
  readonly payload: P;
  /** Number of this try, from 1. */
  readonly attempt: number;
  /**
   * Tells how far the job is and keeps it this worker's; throws `JobCancelled` where a person has cancelled it. Inside a
   * unit of work it is no part of the transaction: others see the figures before the commit, and keep them after a
   * rollback; what it throws undoes the transaction.
   */
  progress(done: number, total: number): Promise<void>;
  /**
   * Splits this job: inserts child jobs in one transaction. The parent is `waiting` until all children have ended,
   * then succeeds, or is dead where a child is. Its progress is the sum of its children's units.
   */
  fanOut<C>(
    children: readonly {
      readonly definition: JobDefinition<C>;
      readonly payload: C;
      readonly key: string;
      readonly units: number;
    }[],
  ): Promise<void>;
}

/** One kind of background work. Handlers are idempotent: a job may run again after a crash. */
export interface JobDefinition<P> {
  readonly name: string;
  readonly maxAttempts: number;
  /** First back-off in milliseconds; doubles with each further try. */
  readonly backoffMs: number;
  /** It only follows from other work: as a part of a large job it waits for the parts of those that do not. */
  readonly givesWay?: boolean;
  /** What it did is read elsewhere, by the thousand: among the jobs it is listed until it has succeeded. */
  readonly hasOwnLog?: boolean;
  /** Whoever asked for it may cancel it; else only who manages jobs. */
  readonly requesterMayCancel?: boolean;
  /** Brings the stored JSON back to its type; throws where it is not one. */
  readonly parse: (payload: unknown) => P;
}

export const defineJob = <P>(definition: JobDefinition<P>): JobDefinition<P> => Object.freeze(definition);

export interface EnqueueOptions {
  /**
   * What the job is about (`project 4711 round 2023-06`). Per name and key at most one job waits beside one that runs:
   * a second request while one waits is answered with the waiting one, which will read the newest rows.
   */
  readonly key: string;
  readonly requestedBy?: string | null;
  /** Username of the person whose deputy that is. */
  readonly requestedFor?: string | null;
}

export interface JobEvent {
  readonly jobId: string;
  readonly name: string;
  readonly key: string;
  readonly status: JobStatus;
  readonly done: number;
  readonly total: number;
}

/**
 * Background work. The ledger (`job_run`) is the truth, a backend only carries ids: `enqueue` inserts the row in the
 * caller's transaction and hands the id to the backend after the commit.
 */
export abstract class JobQueue {
  abstract enqueue<P>(
    manager: EntityManager,
    definition: JobDefinition<P>,
    payload: P,
    options: EnqueueOptions,
  ): Promise<string>;
  /**
   * Asks a job to stop: a queued one never starts, a running one stops at its next progress call. Not to be called
   * inside a unit of work, which may have to wait for the very job's.
   * @param alongside what is written in the same transaction
   * @throws DomainError `not-found`, `job-ended`
   */
  abstract cancel(jobId: string, alongside?: (manager: EntityManager) => Promise<void>): Promise<void>;
  /** The newest progress of a job that runs in this process, which may be ahead of the ledger; null for all others. */
  abstract liveProgress(jobId: string): { readonly done: number; readonly total: number } | null;
  /** Queues a dead job again, with its tries counted from zero. */
  abstract retry(jobId: string): Promise<void>;
  /** Every change of a job's state or progress, from this process and from all others. Returns the unsubscriber. */
  abstract subscribe(listener: (event: JobEvent) => void): () => void;
  /** Resolves when the job has ended; reads the ledger, so it holds across processes. */
  abstract settled(jobId: string, timeoutMs?: number): Promise<JobStatus>;
}

/** Registered by a feature's module: the code that does a job. Starting fails where a definition has none, or two. */
export interface JobHandler<P> {
  readonly definition: JobDefinition<P>;
  handle(context: JobContext<P>): Promise<void>;
}
