import type { JobMessage } from '../../shared/api/events.js';
import type { JobStatus } from './jobs.api.js';

/** What the tray shows of a job. */
export interface TrayJob {
  readonly id: string;
  readonly name: string;
  readonly key: string;
  readonly status: JobStatus;
  readonly done: number;
  readonly total: number;
  readonly error: string | null;
  /** The refusal that ended it, in the reader's words. */
  readonly failure: { readonly message: string } | null;
  readonly mayCancel: boolean;
}

const STATUSES: readonly JobStatus[] = ['queued', 'running', 'waiting', 'succeeded', 'dead', 'cancelled'];
const ACTIVE: ReadonlySet<JobStatus> = new Set<JobStatus>(['queued', 'running', 'waiting']);
/** Older ended jobs are on the jobs page. */
const LONGEST_LIST = 30;

export const isActive = (job: { readonly status: JobStatus }): boolean => ACTIVE.has(job.status);

/** Whether the person may stop it now. */
export const isCancellable = (job: { readonly status: JobStatus; readonly mayCancel: boolean }): boolean =>
  job.mayCancel && isActive(job);

/** Why it failed: in the reader's words where it was a refusal, else as it was recorded. */
export const failureText = ({ failure, error }: Pick<TrayJob, 'failure' | 'error'>): string | null =>
  failure?.message ?? error;

/** Whole percent done; null where the size of the work is not known yet. */
export const percentDone = (job: { readonly done: number; readonly total: number }): number | null =>
  job.total > 0 ? Math.min(100, Math.floor((job.done / job.total) * 100)) : null;

const isStatus = (text: string): text is JobStatus => STATUSES.some((status) => status === text);

/** The list after an event: a known job changes in its place, a new one comes first. */
export function withMessage(jobs: readonly TrayJob[], message: JobMessage): readonly TrayJob[] {
  if (!isStatus(message.status)) return jobs;
  const { id, name, done, total, status } = message;
  const known = jobs.find((job) => job.id === id);
  if (!known)
    return [{ id, name, key: '', status, done, total, error: null, failure: null, mayCancel: false }, ...jobs].slice(
      0,
      LONGEST_LIST,
    );
  const changed = afterMessage(known, message);
  return jobs.map((job) => (job.id === id ? changed : job));
}

/** A job after an event about it; the same object where the event says nothing that is known. */
export function afterMessage<J extends TrayJob>(job: J, { status, done, total }: JobMessage): J {
  return isStatus(status) ? { ...job, status, done, total } : job;
}

/** Ended jobs that the tray still shows: enough to see the result of what was just started. */
const ENDED_SHOWN = 3;

/** What deserves a look: work under way, failures, and the newest results; a single project done well does not. */
export function worthShowing(jobs: readonly TrayJob[]): readonly TrayJob[] {
  const urgent = (job: TrayJob): boolean => isActive(job) || job.status === 'dead';
  const ended = jobs.filter((job) => !urgent(job) && job.total > 1).slice(0, ENDED_SHOWN);
  return jobs.filter((job) => urgent(job) || ended.includes(job));
}
