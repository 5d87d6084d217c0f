import { api, postForm, unwrap } from '../../shared/api/client.js';
import type {
  ApprovalStepInput,
  ApprovalStepResult,
  CarryOverList,
  LastYear,
  ProjectDocument,
  TargetApprovalPage,
  TargetChange,
  TargetChangeDetail,
  TargetChangeInput,
  TargetChangeList,
  TargetChangePage,
  TargetRemarkList,
} from '../../shared/api/schema.gen.js';

export type ChangeContent = TargetChangeInput['content'];
export type ChangeStep = TargetChangeDetail['steps'][number];
export type ChangeState = TargetChange['state'];
export type ApprovalRow = TargetApprovalPage['items'][number];
export type CarryOverRow = CarryOverList['items'][number];
export type ApprovalFilter = 'unapproved' | ApprovalRow['state'];

const ofProject = (id: string) => ({ params: { path: { id } } });
const ofChange = (changeId: string) => ({ params: { path: { changeId } } });

/** What of the queue is listed. */
export interface ChangeFilter {
  readonly year: number;
  readonly state?: ChangeState | 'undecided';
  readonly organisationId?: string;
  readonly page: number;
  readonly size: number;
}

export const fetchChangePage = (query: ChangeFilter): Promise<TargetChangePage> =>
  unwrap(api.GET('/api/target-changes', { params: { query } }));

export const fetchChanges = (projectId: string): Promise<TargetChangeList> =>
  unwrap(api.GET('/api/projects/{id}/target-changes', ofProject(projectId)));

export const fetchChange = (changeId: string): Promise<TargetChangeDetail> =>
  unwrap(api.GET('/api/target-changes/{changeId}', ofChange(changeId)));

export const proposeChange = (projectId: string, body: TargetChangeInput): Promise<TargetChangeDetail> =>
  unwrap(api.POST('/api/projects/{id}/target-changes', { ...ofProject(projectId), body }));

export const stepChange = (changeId: string, step: ChangeStep, message: string | null): Promise<TargetChangeDetail> =>
  unwrap(
    api.POST('/api/target-changes/{changeId}/{step}', { params: { path: { changeId, step } }, body: { message } }),
  );

/** Stores a document of a project, to be named by a change or an adjustment afterwards. */
export function uploadDocument(projectId: string, file: File): Promise<ProjectDocument> {
  const form = new FormData();
  form.append('file', file, file.name);
  return postForm(`/api/projects/${encodeURIComponent(projectId)}/documents`, form);
}

export const documentUrl = (projectId: string, documentId: string): string =>
  `/api/projects/${encodeURIComponent(projectId)}/documents/${encodeURIComponent(documentId)}`;

export const fetchRemarks = (projectId: string): Promise<TargetRemarkList> =>
  unwrap(api.GET('/api/projects/{id}/target-remarks', ofProject(projectId)));

export const fetchLastYear = (projectId: string): Promise<LastYear> =>
  unwrap(api.GET('/api/projects/{id}/last-year', ofProject(projectId)));

export const fetchCarryOver = (year: number): Promise<CarryOverList> =>
  unwrap(api.GET('/api/fiscal-years/{year}/carry-over', { params: { path: { year } } }));

export const carryOver = (year: number, projectIds: string[]): Promise<CarryOverList> =>
  unwrap(api.POST('/api/fiscal-years/{year}/carry-over', { params: { path: { year } }, body: { projectIds } }));

export interface ApprovalQuery {
  readonly year: number;
  readonly state?: ApprovalFilter;
  readonly organisationId?: string;
  readonly page: number;
  readonly size: number;
}

export const fetchApprovals = (query: ApprovalQuery): Promise<TargetApprovalPage> =>
  unwrap(api.GET('/api/target-approvals', { params: { query } }));

export const stepApprovals = (body: ApprovalStepInput): Promise<ApprovalStepResult> =>
  unwrap(api.POST('/api/target-approvals', { body }));
