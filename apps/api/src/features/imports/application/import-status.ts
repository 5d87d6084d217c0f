import type { JobStatus } from '../../../platform/jobs/job-queue.js';

/** Files of an upload that is `discarded` were never saved, and nothing of them is kept but the list of their names. */
export type UploadStatus = 'reading' | 'ready' | 'saving' | 'saved' | 'discarded';
export type BatchStatus = UploadStatus | 'failed' | 'undoing' | 'undone';

const JOB_IS_OVER: ReadonlySet<JobStatus> = new Set(['succeeded', 'dead', 'cancelled']);

/** Whether a job has come to its end; one that the ledger no longer knows has. */
export const isOver = (job: JobStatus | null): boolean => job === null || JOB_IS_OVER.has(job);

/**
 * Where an upload stands, its job considered: a job that was cancelled before it began, or whose process died too often,
 * could not say so itself. Reading ends in `discarded`, saving in what there was before it.
 * @param job null where the ledger no longer knows it
 */
export function settledStatus(status: UploadStatus, job: JobStatus | null): UploadStatus {
  if (!isOver(job)) return status;
  if (status === 'reading') return 'discarded';
  return status === 'saving' ? 'ready' : status;
}
