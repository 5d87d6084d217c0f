import type { JobContext } from './job-queue.js';
import { describeFailure, JobCancelled, JobInterrupted, JobLeaseLost } from './job-errors.js';
import type { JobFamily } from './job-family.repository.js';
import type { JobLedger } from './job-ledger.repository.js';
import type { JobRegistry } from './job-registry.js';
import type { JobRun } from './job-run.entity.js';

export interface JobLog {
  warn(message: string): void;
  error(message: string, stack?: string): void;
}

/** Runs claimed jobs by their handlers and records how they end. */
export class JobRunner {
  private readonly running = new Map<string, JobRun>();
  private idle: (() => void) | null = null;
  private stopping = false;

  constructor(
    private readonly ledger: JobLedger,
    private readonly family: JobFamily,
    private readonly registry: JobRegistry,
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
    this.running.set(run.id, run);
    try {
      await this.handle(run);
      await this.ledger.finish(run, 'succeeded');
    } catch (error) {
      await this.recordFailure(run, error);
    } finally {
      this.running.delete(run.id);
      if (this.running.size === 0) this.idle?.();
    }
  }

  private async handle(run: JobRun): Promise<void> {
    const handler = this.registry.handlerOf(run.name);
    if (handler === undefined) throw new Error(`no handler for jobs named ${run.name}`);
    await handler.handle(this.contextOf(run, handler.definition.parse(run.payload)));
  }

  private async recordFailure(run: JobRun, error: unknown): Promise<void> {
    if (error instanceof JobLeaseLost || error instanceof JobInterrupted) return;
    if (error instanceof JobCancelled) return this.ledger.finish(run, 'cancelled');
    const message = describeFailure(error);
    this.log.warn(`Job ${run.name} ${run.jobKey} failed, try ${run.attempts} of ${run.maxAttempts}: ${message}`);
    if (run.attempts >= run.maxAttempts) this.log.error(`Job ${run.id} is dead`, stackOf(error));
    await this.ledger.fail(run, message);
  }

  private contextOf<P>(run: JobRun, payload: P): JobContext<P> {
    return {
      jobId: run.id,
      payload,
      attempt: run.attempts,
      progress: async (done, total) => {
        if (this.stopping) throw new JobInterrupted();
        const state = await this.ledger.progress(run, done, total);
        if (state === 'lost') throw new JobLeaseLost();
        if (state === 'cancelled') throw new JobCancelled();
      },
      fanOut: async (children) => {
        if (children.length === 0) return;
        const parts = children.map(({ definition, payload: part, key, units }) => {
          this.registry.requireDeclared(definition);
          const { requestedBy } = run;
          return this.ledger.newRun({
            definition,
            payload: part,
            key,
            units,
            requestedBy,
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
    if (this.running.size > 0) await this.becomeIdle(graceMs);
    for (const run of this.running.values()) await this.ledger.release(run);
  }

  private becomeIdle(graceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, graceMs);
      this.idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
