import { Entity, Index, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
  TextColumn,
} from '../database/columns.js';
import type { JobFailure } from './job-errors.js';
import type { JobStatus } from './job-queue.js';

/** The ledger of background work: this row is the truth about a job, queues only carry its id. */
@Entity('job_run')
@Unique('uq_job_run_slot', ['slot'])
@Index('ix_job_run_status_run_after', ['status', 'runAfter'])
@Index('ix_job_run_name_key', ['name', 'jobKey'])
@Index('ix_job_run_parent', ['parentId'])
@Index('ix_job_run_created', ['createdAt'])
export class JobRun {
  @IdColumn()
  id: string;

  @StringColumn(100)
  name: string;

  @StringColumn(200)
  jobKey: string;

  /**
   * The place that this job holds among those of its name and key: `queued|name|key` or `running|name|key`, null when
   * it has ended. Unique, so that the database itself lets at most one wait and at most one run.
   */
  @StringColumn(310, { nullable: true })
  slot: string | null;

  @JsonColumn()
  payload: unknown;

  @StringColumn(16)
  status: JobStatus;

  @IntegerColumn()
  attempts: number;

  @IntegerColumn()
  maxAttempts: number;

  @IntegerColumn()
  backoffMs: number;

  @InstantColumn()
  runAfter: string;

  @StringColumn(100, { nullable: true })
  leaseOwner: string | null;

  @InstantColumn({ nullable: true })
  leaseUntil: string | null;

  @BooleanColumn()
  cancelRequested: boolean;

  @IntegerColumn()
  done: number;

  @IntegerColumn()
  total: number;

  @TextColumn({ nullable: true })
  error: string | null;

  /** The refusal that `error` describes, for a sentence to people; null for all other failures. */
  @JsonColumn({ nullable: true })
  failure: JobFailure | null;

  @StringColumn(64, { nullable: true })
  requestedBy: string | null;

  /** Whose deputy that was, where he was one. */
  @StringColumn(64, { nullable: true })
  requestedFor: string | null;

  @IdOfColumn({ nullable: true })
  parentId: string | null;

  @InstantColumn()
  createdAt: string;

  @InstantColumn({ nullable: true })
  startedAt: string | null;

  @InstantColumn({ nullable: true })
  finishedAt: string | null;
}
