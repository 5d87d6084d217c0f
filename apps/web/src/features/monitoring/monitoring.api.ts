import { api, unwrap } from '../../shared/api/client.js';
import type { LightPage, ProjectCurve, ProjectLights, ProjectTrends } from '../../shared/api/schema.gen.js';
import type { Light } from '@jixiao/domain';

export interface RoundOfUnit {
  readonly year: number;
  readonly month: number;
  readonly organisationId?: string;
}

export const SORTS = ['worst', 'gapToPlan', 'gapToStraightLine', 'budget', 'name'] as const;
export type Sort = (typeof SORTS)[number];
export const LIST_STATES = ['notReported', 'awaitingReport', 'key', 'moneyAhead', 'goalsAhead'] as const;
export type ListState = (typeof LIST_STATES)[number];

export interface LightFilter extends RoundOfUnit {
  readonly light?: Light;
  readonly state?: ListState;
  readonly search?: string;
  readonly sort?: Sort;
  readonly page?: number;
  readonly size?: number;
  /** As an earlier page of the same filter told it; then it is not counted again. */
  readonly total?: number;
}

export const fetchLights = (query: LightFilter, signal?: AbortSignal): Promise<LightPage> =>
  unwrap(api.GET('/api/lights', { params: { query: { ...query } }, ...(signal ? { signal } : {}) }));

export const fetchProjectLights = (id: string, month: number): Promise<ProjectLights> =>
  unwrap(api.GET('/api/projects/{id}/lights', { params: { path: { id }, query: { month } } }));

/** @param knownAt the day as of whose end it is wanted; the newest figures where left out (R43) */
export const fetchCurve = (id: string, knownAt?: string): Promise<ProjectCurve> =>
  unwrap(
    api.GET('/api/projects/{id}/curve', { params: { path: { id }, query: knownAt === undefined ? {} : { knownAt } } }),
  );

export const fetchTrends = (id: string, month: number): Promise<ProjectTrends> =>
  unwrap(api.GET('/api/projects/{id}/trends', { params: { path: { id }, query: { month } } }));
