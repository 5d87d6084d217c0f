import type { JobBackend } from './job-backend.js';

/** Which backend carries jobs, and whether it answers; for the health report. */
export class QueueStatus {
  constructor(private readonly jobBackend: JobBackend) {}

  get backend(): JobBackend['name'] {
    return this.jobBackend.name;
  }

  /** Rejects where the backend does not answer. */
  ping(): Promise<void> {
    return this.jobBackend.ping();
  }
}
