import { api, postForm, unwrap } from '../../shared/api/client.js';
import type { SendOptions } from '../../shared/api/send-form.js';
import type {
  ImportBatch,
  ImportBatchPage,
  ImportUpload,
  ImportUploadAccepted,
  JobAccepted,
  StagedCorrection,
  StagedProject,
  StagedProjectPage,
  StagedProjectRow,
} from '../../shared/api/schema.gen.js';

export type Batch = ImportBatch;
export type BatchStatus = ImportBatch['status'];
export type Change = StagedProjectRow['change'];
export type Counts = ImportUpload['counts'];
export type StagedIndicator = StagedProject['indicatorList'][number];
/** A field of an indicator that a person can correct. */
export type Correctable = StagedIndicator['corrected'][number];
export type ImportWarning = StagedProject['warningList'][number];
export type IndicatorCorrection = NonNullable<StagedCorrection['indicators']>[number];

export interface ImportRequest {
  readonly files: readonly File[];
  readonly year: number;
  /** Empty: each document names its unit itself. */
  readonly organisationId: string;
}

/** What of a batch's projects is listed. */
export interface ProjectFilter {
  readonly change?: Change;
  readonly warned?: 'true';
  readonly search?: string;
  readonly page: number;
  readonly size: number;
}

/** The fields come before the files, so that the server knows them when the first file arrives. */
function formOf({ files, year, organisationId }: ImportRequest): FormData {
  const form = new FormData();
  form.append('year', String(year));
  if (organisationId) form.append('organisationId', organisationId);
  for (const file of files) form.append('files', file, file.name);
  return form;
}

export const sendFiles = (request: ImportRequest, options: SendOptions): Promise<ImportUploadAccepted> =>
  postForm('/api/imports', formOf(request), options);

export const fetchBatches = (page: number, size: number): Promise<ImportBatchPage> =>
  unwrap(api.GET('/api/imports', { params: { query: { page, size } } }));

const ofUpload = (uploadId: string) => ({ params: { path: { uploadId } } });
const ofBatch = (batchId: string) => ({ params: { path: { batchId } } });

export const fetchUpload = (uploadId: string): Promise<ImportUpload> =>
  unwrap(api.GET('/api/imports/uploads/{uploadId}', ofUpload(uploadId)));

export const confirmUpload = (uploadId: string): Promise<JobAccepted> =>
  unwrap(api.POST('/api/imports/uploads/{uploadId}/confirm', ofUpload(uploadId)));

export const discardUpload = (uploadId: string): Promise<unknown> =>
  unwrap(api.DELETE('/api/imports/uploads/{uploadId}', ofUpload(uploadId)));

export const dropBatch = (batchId: string): Promise<unknown> =>
  unwrap(api.DELETE('/api/imports/{batchId}', ofBatch(batchId)));

export const undoBatch = (batchId: string): Promise<JobAccepted> =>
  unwrap(api.POST('/api/imports/{batchId}/undo', ofBatch(batchId)));

export const fetchStagedProjects = (batchId: string, filter: ProjectFilter): Promise<StagedProjectPage> =>
  unwrap(api.GET('/api/imports/{batchId}/projects', { params: { path: { batchId }, query: { ...filter } } }));

const ofProject = (batchId: string, id: string) => ({ params: { path: { batchId, id } } });

export const fetchStagedProject = (batchId: string, id: string): Promise<StagedProject> =>
  unwrap(api.GET('/api/imports/{batchId}/projects/{id}', ofProject(batchId, id)));

export const correctProject = (batchId: string, id: string, body: StagedCorrection): Promise<StagedProject> =>
  unwrap(api.PATCH('/api/imports/{batchId}/projects/{id}', { ...ofProject(batchId, id), body }));

/** Address of the original file, for a plain link. */
export const originalAddress = (batchId: string): string => `/api/imports/${encodeURIComponent(batchId)}/file`;
