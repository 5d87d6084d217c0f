import { api, unwrap } from '../../shared/api/client.js';
import type { Job, JobPage, RoundList } from '../../shared/api/schema.gen.js';

export type JobStatus = Job['status'];

export interface JobFilter {
  readonly status?: JobStatus;
  readonly page?: number;
  readonly size?: number;
}

export const fetchJobs = (filter: JobFilter): Promise<JobPage> =>
  unwrap(api.GET('/api/jobs', { params: { query: { ...filter } } }));

export const cancelJob = (id: string): Promise<Job> =>
  unwrap(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }));

export const retryJob = (id: string): Promise<Job> =>
  unwrap(api.POST('/api/jobs/{id}/retry', { params: { path: { id } } }));

/** The rounds that a job may be about. */
export const fetchRounds = (): Promise<RoundList> => unwrap(api.GET('/api/rounds', { params: { query: {} } }));
