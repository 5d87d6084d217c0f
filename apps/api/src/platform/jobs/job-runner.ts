import type { JobContext } from './job-queue.js';
import {
  describeFailure,
  failureOf,
  isFinal,
  JobCancelled,
  JobInterrupted,
  JobLeaseLost,
  JobMustWait,
} from './job-errors.js';
import type { JobFamily } from './job-family.repository.js';
import type { JobLedger } from './job-ledger.repository.js';
import type { JobProgress } from './job-progress.js';
import type { JobRegistry } from './job-registry.js';
import type { JobRun } from './job-run.entity.js';
import type { RunningJob, RunningJobs } from './running-job.js';

export interface JobLog {
  warn(message: string): void;
  error(message: string, stack?: string): void;
}

/** Runs claimed jobs by their handlers and records how they end. */
export class JobRunner {
  private stopping = false;

  constructor(
    private readonly ledger: JobLedger,
    private readonly family: JobFamily,
    private readonly registry: JobRegistry,
    private readonly running: RunningJobs,
    private readonly progress: JobProgress,
    private readonly owner: string,
    private readonly log: JobLog,
  ) {}

  /** Runs the job if it may be run now. Never rejects: what goes wrong is in the ledger, or found by the sweeper. */
  async run(jobId: string): Promise<void> {
    if (this.stopping) return;
    try {
      const run = await this.ledger.claim(jobId, this.owner);
      if (run !== null) await this.perform(run);
    } catch (error) {
      this.log.error(`Job ${jobId} could not be recorded: ${describeFailure(error)}`, stackOf(error));
    }
  }

  private async perform(run: JobRun): Promise<void> {
    const job = this.running.add(run);
    try {
      await this.handle(job);
      await this.ledger.finish(run, 'succeeded', job.figures);
    } catch (error) {
      await this.recordFailure(job, error);
    } finally {
      await job.storing;
      this.running.remove(job);
    }
  }

  private async handle(job: RunningJob): Promise<void> {
    const { run } = job;
    const handler = this.registry.handlerOf(run.name);
    if (handler === undefined) throw new Error(`no handler for jobs named ${run.name}`);
    await handler.handle(this.contextOf(job, handler.definition.parse(run.payload)));
  }

  private async recordFailure({ run, figures }: RunningJob, error: unknown): Promise<void> {
    if (error instanceof JobLeaseLost) return;
    if (error instanceof JobInterrupted) return this.ledger.release(run);
    if (error instanceof JobCancelled) return this.ledger.finish(run, 'cancelled', figures);
    const message = describeFailure(error);
    if (error instanceof JobMustWait) return this.ledger.wait(run, { error: message, failure: null });
    const news = `Job ${run.name} ${run.jobKey} failed, try ${run.attempts} of ${run.maxAttempts}: ${message}`;
    this.log.warn(news);
    const recorded = { error: message, failure: failureOf(error) };
    if (run.attempts < run.maxAttempts && !isFinal(error)) return this.ledger.fail(run, recorded);
    // A refusal is news for who asked for the job, not a fault of the program.
    if (!isFinal(error)) this.log.error(`Job ${run.id} is dead`, stackOf(error));
    await this.ledger.finish(run, 'dead', figures, recorded);
  }

  private contextOf<P>(job: RunningJob, payload: P): JobContext<P> {
    const { run } = job;
    return {
      jobId: run.id,
      payload,
      attempt: run.attempts,
      progress: async (done, total) => {
        if (this.stopping) throw new JobInterrupted();
        const state = await this.progress.report(job, { done, total });
        if (state === 'lost') throw new JobLeaseLost();
        if (state === 'cancelled') throw new JobCancelled();
      },
      fanOut: async (children) => {
        if (children.length === 0) return;
        const parts = children.map(({ definition, payload: part, key, units }) => {
          this.registry.requireDeclared(definition);
          const { requestedBy, requestedFor } = run;
          return this.ledger.newRun({
            definition,
            payload: part,
            key,
            units,
            requestedBy,
            requestedFor,
            parentId: run.id,
          });
        });
        if (!(await this.family.split(run, parts))) throw new JobLeaseLost();
      },
    };
  }

  /** Keeps the leases of what runs here. */
  async renewLeases(): Promise<void> {
    if (this.running.size > 0) await this.ledger.renew(this.owner);
  }

  /** Starts nothing more, waits for what runs, and gives back what has not ended after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    await this.running.untilIdle(graceMs);
    for (const { run } of this.running.all()) await this.ledger.release(run);
  }
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
