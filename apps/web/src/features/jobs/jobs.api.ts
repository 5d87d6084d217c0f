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

export const fetchJob = (id: string): Promise<Job> => unwrap(api.GET('/api/jobs/{id}', { params: { path: { id } } }));

/** Under which a single job is kept: read once, then moved on by the server's events. */
export const jobKey = (id: string) => ['jobs', 'one', id] as const;

export const cancelJob = (id: string): Promise<Job> =>
  unwrap(api.POST('/api/jobs/{id}/cancel', { params: { path: { id } } }));

export const retryJob = (id: string): Promise<Job> =>
  unwrap(api.POST('/api/jobs/{id}/retry', { params: { path: { id } } }));

const LARGEST_PAGE = 200;

/** Names of a round's projects by id, as far as one page goes: a job of a further one says only that it is of a project. */
export async function fetchProjectNames(year: number, month: number): Promise<ReadonlyMap<string, string>> {
  const query = { year, month, sort: 'name' as const, size: LARGEST_PAGE };
  const { items } = await unwrap(api.GET('/api/lights', { params: { query } }));
  return new Map(items.map(({ projectId, name }) => [projectId, name]));
}

/** The rounds that a job may be about. */
export const fetchRounds = (): Promise<RoundList> => unwrap(api.GET('/api/rounds', { params: { query: {} } }));
