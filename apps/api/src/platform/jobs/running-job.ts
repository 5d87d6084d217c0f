import type { JobFigures, LeaseState } from './job-ledger.repository.js';
import type { JobRun } from './job-run.entity.js';

/** One try of a job in this process, with what the ledger may not know yet. */
export class RunningJob {
  /** The last report of progress. */
  figures: JobFigures | null = null;
  /** What the ledger last said, or a person who cancels it here. */
  state: LeaseState = 'held';
  /** A report that is on its way to the ledger, beside the transaction that it tells of. */
  storing: Promise<void> | null = null;
  /** When the last report from inside a transaction was passed on, in milliseconds. */
  toldAt = 0;

  constructor(readonly run: JobRun) {}
}

/** The jobs that run in this process. */
export class RunningJobs {
  private readonly byId = new Map<string, RunningJob>();
  private idle: (() => void) | null = null;

  add(run: JobRun): RunningJob {
    const job = new RunningJob(run);
    this.byId.set(run.id, job);
    return job;
  }

  remove({ run }: RunningJob): void {
    this.byId.delete(run.id);
    if (this.byId.size === 0) this.idle?.();
  }

  get size(): number {
    return this.byId.size;
  }

  all(): RunningJob[] {
    return [...this.byId.values()];
  }

  /** Lets the job stop at its next report. Where the ledger is kept from hearing of it, this is the only way. */
  askToStop(id: string): void {
    const job = this.byId.get(id);
    if (job?.state === 'held') job.state = 'cancelled';
  }

  figuresOf(id: string): JobFigures | null {
    return this.byId.get(id)?.figures ?? null;
  }

  /** Resolves when nothing runs any more, or after `patienceMs`. */
  untilIdle(patienceMs: number): Promise<void> {
    if (this.byId.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      this.idle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
