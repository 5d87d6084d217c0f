import { api, unwrap } from '../../shared/api/client.js';
import type {
  AdoptedTargets,
  AdoptTargetsInput,
  BudgetAdjustmentInput,
  FiscalYearList,
  ProjectDetail,
  ProjectFlagsInput,
  TargetVersionDifferences,
  TargetVersionList,
} from '../../shared/api/schema.gen.js';

const path = (id: string) => ({ params: { path: { id } } });

/** A project with the targets of the round of a month; with those in force where no month is given. */
export const fetchProject = (id: string, month?: number): Promise<ProjectDetail> =>
  unwrap(api.GET('/api/projects/{id}', { params: { path: { id }, query: month === undefined ? {} : { month } } }));

export const confirmDirection = (id: string, indicatorId: string): Promise<ProjectDetail> =>
  unwrap(api.POST('/api/projects/{id}/confirmed-directions', { ...path(id), body: { indicatorId } }));

/** Has an open round judged by the newest targets of a project. */
export const adoptTargets = (year: number, month: number, body: AdoptTargetsInput): Promise<AdoptedTargets> =>
  unwrap(api.POST('/api/rounds/{year}/{month}/adopted-targets', { params: { path: { year, month } }, body }));

export const fetchVersions = (id: string): Promise<TargetVersionList> =>
  unwrap(api.GET('/api/projects/{id}/versions', path(id)));

export const fetchDifferences = (id: string, version: number): Promise<TargetVersionDifferences> =>
  unwrap(api.GET('/api/projects/{id}/target-versions/{version}/differences', { params: { path: { id, version } } }));

export const changeFlags = (id: string, body: ProjectFlagsInput): Promise<ProjectDetail> =>
  unwrap(api.PATCH('/api/projects/{id}', { ...path(id), body }));

export const adjustBudget = (id: string, body: BudgetAdjustmentInput): Promise<ProjectDetail> =>
  unwrap(api.POST('/api/projects/{id}/budget-adjustments', { ...path(id), body }));

export const fetchFiscalYears = (): Promise<FiscalYearList> => unwrap(api.GET('/api/fiscal-years'));
