import { api, unwrap } from '../../shared/api/client.js';
import type {
  Overview,
  OverviewChanges,
  OverviewNotReported,
  OverviewProjects,
  OverviewRanking,
} from '../../shared/api/schema.gen.js';
import type { RoundOfUnit } from './monitoring.api.js';

export const RANKED_BY = ['points', 'money'] as const;
export type RankedBy = (typeof RANKED_BY)[number];
export const DIRECTIONS = ['worse', 'better'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const fetchOverview = (query: RoundOfUnit): Promise<Overview> =>
  unwrap(api.GET('/api/overview', { params: { query: { ...query } } }));

export const fetchOverviewProjects = (query: RoundOfUnit): Promise<OverviewProjects> =>
  unwrap(api.GET('/api/overview/projects', { params: { query: { ...query } } }));

export const fetchRanking = (query: RoundOfUnit & { by: RankedBy; size: number }): Promise<OverviewRanking> =>
  unwrap(api.GET('/api/overview/ranking', { params: { query: { ...query } } }));

export const fetchChanges = (
  query: RoundOfUnit & { direction: Direction; page: number; size: number },
): Promise<OverviewChanges> => unwrap(api.GET('/api/overview/changes', { params: { query: { ...query } } }));

export const fetchNotReported = (query: RoundOfUnit): Promise<OverviewNotReported> =>
  unwrap(api.GET('/api/overview/not-reported', { params: { query: { ...query } } }));
