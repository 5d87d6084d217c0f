import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { LiveEvents } from '../events/live-events.js';
import { DomainError } from '../runtime/domain-error.js';
import type { JobFamily } from './job-family.repository.js';
import type { JobFigures, JobLedger } from './job-ledger.repository.js';
import { JobQueue, type EnqueueOptions, type JobDefinition, type JobEvent, type JobStatus } from './job-queue.js';
import type { JobRegistry } from './job-registry.js';
import { hasEnded } from './job-rows.repository.js';
import { JobRun } from './job-run.entity.js';
import type { RunningJobs } from './running-job.js';

const POLL_MS = 250;
const DEFAULT_WAIT_MS = 10 * 60 * 1000;

/** The `JobQueue` that features see: the ledger decides, whatever backend carries the ids. */
export class LedgerJobQueue extends JobQueue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: JobLedger,
    private readonly family: JobFamily,
    private readonly running: RunningJobs,
    private readonly registry: JobRegistry,
    private readonly liveEvents: LiveEvents,
  ) {
    super();
  }

  async enqueue<P>(
    manager: EntityManager,
    definition: JobDefinition<P>,
    payload: P,
    { key, requestedBy = null, requestedFor = null }: EnqueueOptions,
  ): Promise<string> {
    this.registry.requireDeclared(definition);
    const request = { definition, payload, key, requestedBy, requestedFor, parentId: null, units: 0 };
    return (await this.ledger.enqueue(manager, request)).id;
  }

  async cancel(jobId: string, alongside?: (manager: EntityManager) => Promise<void>): Promise<void> {
    // With one writer the ledger may have to wait for the very transaction that the job is in. With several, a job that
    // heard of it first would end by itself, and the ledger would refuse to cancel what has ended.
    if (this.uow.oneAtATime) this.running.askToStop(jobId);
    await this.uow.run(async (manager) => {
      await this.family.cancel(jobId);
      await alongside?.(manager);
    });
    this.running.askToStop(jobId);
  }

  liveProgress(jobId: string): JobFigures | null {
    return this.running.figuresOf(jobId);
  }

  retry(jobId: string): Promise<void> {
    return this.family.retry(jobId);
  }

  subscribe(listener: (event: JobEvent) => void): () => void {
    return this.liveEvents.subscribe((event) => {
      if (event.type === 'job') listener(event);
    });
  }

  /** @throws DomainError `not-found`; `job-not-settled` where it has not ended in time */
  async settled(jobId: string, timeoutMs = DEFAULT_WAIT_MS): Promise<JobStatus> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const run = await this.uow.reader.findOne(JobRun, { select: { id: true, status: true }, where: { id: jobId } });
      if (run === null) throw new DomainError('not-found');
      if (hasEnded(run.status)) return run.status;
      if (Date.now() >= deadline) throw new DomainError('job-not-settled', { seconds: Math.round(timeoutMs / 1000) });
      await this.nextChange(jobId);
    }
  }

  /** Until this job is heard of, or a while has passed: news may be lost, the ledger is looked at anyway. */
  private nextChange(jobId: string): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        unsubscribe();
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      const unsubscribe = this.subscribe((event) => {
        if (event.jobId === jobId) done();
      });
    });
  }
}
