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
import type { JobStatus } from './job-queue.js';

/** The ledger of background work: this row is the truth about a job, queues only carry its id. */
@Entity('job_run')
@Unique('uq_job_run_waiting_key', ['waitingKey'])
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

  /** `name|key` while queued, else null: unique, so that at most one job per key waits. */
  @StringColumn(301, { nullable: true })
  waitingKey: string | null;

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

  @StringColumn(64, { nullable: true })
  requestedBy: string | null;

  @IdOfColumn({ nullable: true })
  parentId: string | null;

  @InstantColumn()
  createdAt: string;

  @InstantColumn({ nullable: true })
  startedAt: string | null;

  @InstantColumn({ nullable: true })
  finishedAt: string | null;
}
