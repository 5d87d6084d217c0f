import { api, postForm, unwrap } from '../../shared/api/client.js';
import type {
  BudgetMeasure,
  BudgetMeasureInput,
  BudgetMeasurePage,
  BudgetMeasureStepInput,
  FollowUpOwnerList,
  NamedUnit,
  NamedUnitInput,
  NamedUnitPage,
  NamedUnitStepInput,
  ProjectFollowUps,
  Rectification,
  RectificationChange,
  RectificationDetail,
  RectificationInput,
  RectificationPage,
  RectificationStepInput,
  RectificationSummary,
  Supervision,
  SupervisionDetail,
  SupervisionInput,
  SupervisionPage,
  SupervisionStepInput,
} from '../../shared/api/schema.gen.js';

export type RectificationState = Rectification['state'];
export type RectificationSource = Rectification['source'];
export type MeasureKind = BudgetMeasure['kind'];
export type MeasureState = BudgetMeasure['state'];
export type NamingKind = NamedUnit['kind'];
export type NamingState = NamedUnit['state'];
export type SupervisionState = Supervision['state'];
export type FollowUpHistory = RectificationDetail['history'];

export interface Paged {
  readonly page: number;
  readonly size: number;
}

/** What all lists are narrowed by. */
export interface FollowUpFilter {
  readonly year?: number;
  readonly organisationId?: string;
  readonly q?: string;
  readonly mine?: 'true';
}

export type RectificationFilter = FollowUpFilter & {
  readonly state?: RectificationState | 'open' | 'over';
  readonly source?: RectificationSource;
  readonly overdue?: 'true';
  readonly carriedOver?: 'true';
  readonly sort?: 'deadline' | 'newest';
};
export type MeasureFilter = FollowUpFilter & {
  readonly state?: MeasureState | 'undecided';
  readonly kind?: MeasureKind;
  readonly forNextYear?: 'true';
};
export type NamingFilter = Omit<FollowUpFilter, 'mine'> & {
  readonly kind?: NamingKind;
  readonly state?: NamingState;
};
export type SupervisionFilter = FollowUpFilter & { readonly state?: SupervisionState; readonly overdue?: 'true' };

const byId = (id: string) => ({ params: { path: { id } } });

export const fetchRectifications = (query: RectificationFilter & Paged): Promise<RectificationPage> =>
  unwrap(api.GET('/api/rectifications', { params: { query: { ...query } } }));

export const fetchSummary = (query: RectificationFilter): Promise<RectificationSummary> => {
  const { state: _state, sort: _sort, ...filter } = query;
  return unwrap(api.GET('/api/rectifications/summary', { params: { query: filter } }));
};

export const fetchOwners = (organisationId: string): Promise<FollowUpOwnerList> =>
  unwrap(api.GET('/api/rectifications/owners', { params: { query: { organisationId } } }));

export const fetchRectification = (id: string): Promise<RectificationDetail> =>
  unwrap(api.GET('/api/rectifications/{id}', byId(id)));

export const openRectification = (body: RectificationInput): Promise<RectificationDetail> =>
  unwrap(api.POST('/api/rectifications', { body }));

export const changeRectification = (id: string, body: RectificationChange): Promise<RectificationDetail> =>
  unwrap(api.PATCH('/api/rectifications/{id}', { ...byId(id), body }));

export const stepRectification = (id: string, body: RectificationStepInput): Promise<RectificationDetail> =>
  unwrap(api.POST('/api/rectifications/{id}/steps', { ...byId(id), body }));

const filesOf = (id: string): string => `/api/rectifications/${encodeURIComponent(id)}/files`;

export function addEvidence(id: string, file: File): Promise<RectificationDetail> {
  const form = new FormData();
  form.append('file', file, file.name);
  return postForm(filesOf(id), form);
}

export const removeEvidence = (id: string, fileId: string): Promise<RectificationDetail> =>
  unwrap(api.DELETE('/api/rectifications/{id}/files/{fileId}', { params: { path: { id, fileId } } }));

/** Where the browser downloads the file from. */
export const evidenceAddress = (id: string, fileId: string): string => `${filesOf(id)}/${encodeURIComponent(fileId)}`;

export const fetchMeasures = (query: MeasureFilter & Paged): Promise<BudgetMeasurePage> =>
  unwrap(api.GET('/api/budget-measures', { params: { query: { ...query } } }));

export const fetchMeasure = (id: string): Promise<BudgetMeasure> =>
  unwrap(api.GET('/api/budget-measures/{id}', byId(id)));

export const proposeMeasure = (body: BudgetMeasureInput): Promise<BudgetMeasure> =>
  unwrap(api.POST('/api/budget-measures', { body }));

export const stepMeasure = (id: string, body: BudgetMeasureStepInput): Promise<BudgetMeasure> =>
  unwrap(api.POST('/api/budget-measures/{id}/steps', { ...byId(id), body }));

export const fetchNamings = (query: NamingFilter & Paged): Promise<NamedUnitPage> =>
  unwrap(api.GET('/api/named-units', { params: { query: { ...query } } }));

export const fetchNaming = (id: string): Promise<NamedUnit> => unwrap(api.GET('/api/named-units/{id}', byId(id)));

export const nameUnit = (body: NamedUnitInput): Promise<NamedUnit> => unwrap(api.POST('/api/named-units', { body }));

export const stepNaming = (id: string, body: NamedUnitStepInput): Promise<NamedUnit> =>
  unwrap(api.POST('/api/named-units/{id}/steps', { ...byId(id), body }));

export const fetchSupervisions = (query: SupervisionFilter & Paged): Promise<SupervisionPage> =>
  unwrap(api.GET('/api/supervisions', { params: { query: { ...query } } }));

export const fetchSupervision = (id: string): Promise<SupervisionDetail> =>
  unwrap(api.GET('/api/supervisions/{id}', byId(id)));

export const openSupervision = (body: SupervisionInput): Promise<SupervisionDetail> =>
  unwrap(api.POST('/api/supervisions', { body }));

export const stepSupervision = (id: string, body: SupervisionStepInput): Promise<SupervisionDetail> =>
  unwrap(api.POST('/api/supervisions/{id}/steps', { ...byId(id), body }));

export const fetchProjectFollowUps = (projectId: string): Promise<ProjectFollowUps> =>
  unwrap(api.GET('/api/projects/{id}/rectifications', byId(projectId)));
