import type { UnitOfWork } from '../database/unit-of-work.js';
import type { LiveEvents } from '../events/live-events.js';
import type { Clock } from '../runtime/clock.js';
import { newId } from '../runtime/ids.js';
import type { Delivery, JobBackend, Turn } from './job-backend.js';
import { JobChanges } from './job-changes.js';
import { describeFailure } from './job-errors.js';
import { JobFamily } from './job-family.repository.js';
import { JobLedger } from './job-ledger.repository.js';
import { JobProgress } from './job-progress.js';
import type { JobRegistry } from './job-registry.js';
import { hasEnded } from './job-rows.repository.js';
import type { JobRun } from './job-run.entity.js';
import { JobRunner, type JobLog } from './job-runner.js';
import { DEFAULT_JOB_TIMINGS, type JobTimings } from './job-timings.js';
import { JobUpkeep } from './job-upkeep.repository.js';
import { LedgerJobQueue } from './ledger-job-queue.js';
import { RunningJobs } from './running-job.js';
import { Sweeper } from './sweeper.js';
import { WorkerIdentity } from './worker-identity.js';

export interface JobSystemParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly backend: JobBackend;
  readonly liveEvents: LiveEvents;
  readonly registry: JobRegistry;
  readonly log: JobLog;
  readonly timings?: JobTimings;
}

/** Ledger, backend, runner and sweeper put together: the same for both backends, for the program and for tests. */
export class JobSystem {
  readonly queue: LedgerJobQueue;
  readonly sweeper: Sweeper;
  private readonly identity = new WorkerIdentity();
  private readonly upkeep: JobUpkeep;
  private readonly runner: JobRunner;
  private readonly timings: JobTimings;

  constructor(private readonly parts: JobSystemParts) {
    const { uow, clock, registry, liveEvents, log } = parts;
    this.timings = parts.timings ?? DEFAULT_JOB_TIMINGS;
    const changes = new JobChanges(uow);
    changes.observe((runs) => this.onChanges(runs));
    const ledger = new JobLedger(uow, clock, changes, this.timings);
    const family = new JobFamily(uow, clock, changes);
    this.upkeep = new JobUpkeep(uow, clock, changes, this.timings);
    const running = new RunningJobs();
    const progress = new JobProgress(uow, ledger, (run) => this.publish(run));
    this.queue = new LedgerJobQueue(uow, ledger, family, running, registry, liveEvents);
    this.runner = new JobRunner(ledger, family, registry, running, progress, this.identity.token, log);
    const resend = (runs: readonly JobRun[]): void => this.send(runs);
    this.sweeper = new Sweeper(this.upkeep, this.runner, this.identity.token, resend, this.timings, log);
  }

  /**
   * @param runJobs false: this process only sends, others run
   * @throws Error where a job has no handler, or the backend cannot be reached
   */
  async start(runJobs: boolean): Promise<void> {
    this.parts.registry.check();
    await this.parts.backend.open();
    if (!runJobs) return;
    await this.parts.backend.consume((jobId) => this.runner.run(jobId));
    await this.sweeper.start();
  }

  async stop(): Promise<void> {
    await this.sweeper.stop();
    await this.parts.backend.pause();
    await this.runner.stop(this.timings.stopGraceMs);
    this.identity.retire();
    await this.parts.backend.close();
  }

  private onChanges(runs: readonly JobRun[]): void {
    for (const run of runs) this.publish(run);
    this.send(
      runs.filter(({ status }) => status === 'queued'),
      newId(),
    );
    for (const run of runs) if (hasEnded(run.status)) void this.handOver(run);
  }

  private publish({ id, name, jobKey, status, done, total, requestedBy, parentId }: JobRun): void {
    const event = { type: 'job', jobId: id, name, key: jobKey, status, done, total, requestedBy, parentId } as const;
    this.parts.liveEvents.publish(event);
  }

  /** The place of a key is free: what waited for it goes on at once. */
  private async handOver({ name, jobKey }: JobRun): Promise<void> {
    try {
      const next = await this.upkeep.nextOf(name, jobKey);
      if (next !== null) this.send([next], newId());
    } catch (error) {
      this.parts.log.warn(`The next job of ${name} ${jobKey} waits for the sweeper: ${describeFailure(error)}`);
    }
  }

  private turnOf({ name, parentId }: JobRun): Turn {
    if (parentId === null) return 'first';
    return this.parts.registry.definitionOf(name)?.givesWay === true ? 'afterwards' : 'part';
  }

  /** @param occasion makes the deliveries distinct; without it one that is under way already is enough */
  private send(runs: readonly JobRun[], occasion?: string): void {
    if (runs.length === 0) return;
    const now = Date.parse(this.parts.clock.now());
    this.parts.backend.send(
      runs.map((run): Delivery => ({
        jobId: run.id,
        tag: occasion ?? `${run.attempts}`,
        delayMs: Math.max(0, Date.parse(run.runAfter) - now),
        turn: this.turnOf(run),
      })),
    );
  }
}
