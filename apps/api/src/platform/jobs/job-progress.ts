import { setImmediate as turn } from 'node:timers/promises';
import type { UnitOfWork } from '../database/unit-of-work.js';
import type { JobFigures, JobLedger, LeaseState } from './job-ledger.repository.js';
import type { JobRun } from './job-run.entity.js';
import type { RunningJob } from './running-job.js';

/** How often a report from inside a transaction is passed on. */
const PAUSE_MS = 150;

/**
 * Reports of progress. Outside a transaction they are stored, and the ledger answers whether to go on. A report from
 * inside one must neither be rolled back with it nor stay unseen until its end, so it is no part of it: with several
 * writers (MySQL) it is stored beside it, and the answer is heard by a later report, so that no transaction waits for a
 * second connection; with one writer (SQLite) it is only told live, and cancelling in this process is heard at once.
 */
export class JobProgress {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: JobLedger,
    private readonly tell: (run: JobRun) => void,
  ) {}

  async report(job: RunningJob, figures: JobFigures): Promise<LeaseState> {
    job.figures = figures;
    if (job.state !== 'held') return job.state;
    if (!this.uow.inTransaction) return this.store(job, figures);
    // The embedded database never waits, so a long transaction would keep requests, cancelling among them, from their turn.
    await turn();
    if (this.isDue(job)) this.passOn(job, figures);
    return job.state;
  }

  private async store(job: RunningJob, { done, total }: JobFigures): Promise<LeaseState> {
    const answer = await this.ledger.progress(job.run, done, total);
    if (job.state === 'held') job.state = answer;
    return job.state;
  }

  private isDue(job: RunningJob): boolean {
    if (job.storing !== null || Date.now() - job.toldAt < PAUSE_MS) return false;
    job.toldAt = Date.now();
    return true;
  }

  private passOn(job: RunningJob, figures: JobFigures): void {
    if (this.uow.oneAtATime) return this.tell({ ...job.run, ...figures });
    job.storing = this.uow
      .apart(() => this.store(job, figures))
      // A database that is away is the transaction's own trouble; it will be told itself.
      .then(ignore, ignore)
      .finally(() => {
        job.storing = null;
      });
  }
}

const ignore = (): void => undefined;
