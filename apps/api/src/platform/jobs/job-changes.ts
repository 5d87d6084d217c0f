import type { UnitOfWork } from '../database/unit-of-work.js';
import type { JobRun } from './job-run.entity.js';

export type JobChangesObserver = (runs: readonly JobRun[]) => void;

/** Tells of changed ledger rows once their transaction has committed. */
export class JobChanges {
  private observer: JobChangesObserver = () => undefined;

  constructor(private readonly uow: UnitOfWork) {}

  observe(observer: JobChangesObserver): void {
    this.observer = observer;
  }

  /** Called inside the transaction that changed the rows. */
  announce(...runs: readonly JobRun[]): void {
    if (runs.length === 0) return;
    const copies = runs.map((run) => ({ ...run }));
    this.uow.afterCommit(() => this.observer(copies));
  }
}
