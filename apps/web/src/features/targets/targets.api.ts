import { api, unwrap } from '../../shared/api/client.js';
import type {
  BudgetAdjustmentInput,
  DepartmentGoalList,
  ProjectDetail,
  ProjectFlagsInput,
  TargetVersionDifferences,
  TargetVersionList,
} from '../../shared/api/schema.gen.js';

const path = (id: string) => ({ params: { path: { id } } });

export const fetchProject = (id: string): Promise<ProjectDetail> => unwrap(api.GET('/api/projects/{id}', path(id)));

export const fetchVersions = (id: string): Promise<TargetVersionList> =>
  unwrap(api.GET('/api/projects/{id}/versions', path(id)));

export const fetchDifferences = (id: string, version: number): Promise<TargetVersionDifferences> =>
  unwrap(api.GET('/api/projects/{id}/target-versions/{version}/differences', { params: { path: { id, version } } }));

export const changeFlags = (id: string, body: ProjectFlagsInput): Promise<ProjectDetail> =>
  unwrap(api.PATCH('/api/projects/{id}', { ...path(id), body }));

export const adjustBudget = (id: string, body: BudgetAdjustmentInput): Promise<ProjectDetail> =>
  unwrap(api.POST('/api/projects/{id}/budget-adjustments', { ...path(id), body }));

export const fetchDepartmentGoals = (year: number, organisationId: string): Promise<DepartmentGoalList> =>
  unwrap(api.GET('/api/department-goals', { params: { query: { year, organisationId } } }));
