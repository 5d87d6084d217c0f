const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

/** How patient the job machinery is, all in milliseconds. */
export interface JobTimings {
  /** A worker that has not renewed its lease for so long is taken for dead. Renewed three times as often. */
  readonly leaseMs: number;
  /** How much longer a lapsed lease is respected while its worker's process is seen to live on this host. */
  readonly livingPatienceMs: number;
  /** How often the ledger is looked through for jobs that no queue carries. */
  readonly sweepMs: number;
  /** Longest back-off between two tries. */
  readonly maxBackoffMs: number;
  /** How long a stopping process waits for its running jobs before it gives them back. */
  readonly stopGraceMs: number;
  /** Age at which ended jobs are removed from the ledger. */
  readonly keepEndedMs: number;
}

export const DEFAULT_JOB_TIMINGS: JobTimings = Object.freeze({
  leaseMs: 30 * SECOND,
  livingPatienceMs: 600 * SECOND,
  sweepMs: 2 * SECOND,
  maxBackoffMs: 3600 * SECOND,
  stopGraceMs: 8 * SECOND,
  keepEndedMs: 30 * DAY,
});
