import { api, postForm, unwrap } from '../../shared/api/client.js';
import type { ImportBatchPage, ImportResult } from '../../shared/api/schema.gen.js';

export interface ImportRequest {
  readonly files: readonly File[];
  readonly year: number;
  /** Empty: each document names its unit itself. */
  readonly organisationId: string;
}

/** The fields come before the files, so that the server knows them when the first file arrives. */
function formOf({ files, year, organisationId }: ImportRequest): FormData {
  const form = new FormData();
  form.append('year', String(year));
  if (organisationId) form.append('organisationId', organisationId);
  for (const file of files) form.append('files', file, file.name);
  return form;
}

export const previewImport = (request: ImportRequest): Promise<ImportResult> =>
  postForm('/api/imports/preview', formOf(request));

export const saveImport = (request: ImportRequest): Promise<ImportResult> => postForm('/api/imports', formOf(request));

export const fetchBatches = (page: number, size: number): Promise<ImportBatchPage> =>
  unwrap(api.GET('/api/imports', { params: { query: { page, size } } }));
