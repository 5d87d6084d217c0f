import { api, unwrap } from '../../shared/api/client.js';
import type { ExportAccepted, ExportInput, ExportPage } from '../../shared/api/schema.gen.js';

export const fetchExports = (page: number, size: number): Promise<ExportPage> =>
  unwrap(api.GET('/api/exports', { params: { query: { page, size } } }));

export const requestExport = (body: ExportInput): Promise<ExportAccepted> => unwrap(api.POST('/api/exports', { body }));

export const deleteExport = (id: string): Promise<unknown> =>
  unwrap(api.DELETE('/api/exports/{id}', { params: { path: { id } } }));

/** Where the browser downloads the file from, which may be large. */
export const exportAddress = (id: string): string => `/api/exports/${encodeURIComponent(id)}/file`;
