import { api, unwrap } from '../../shared/api/client.js';
import type { Job, JobPage } from '../../shared/api/schema.gen.js';

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
