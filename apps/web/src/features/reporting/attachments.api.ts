import { api, postForm, unwrap } from '../../shared/api/client.js';
import type { AttachmentList } from '../../shared/api/schema.gen.js';
import type { ReportKey } from './report.api.js';

/** What the file dialog offers; the server looks at the content. */
export const EVIDENCE_ENDINGS = '.pdf,.docx,.xlsx,.ofd,.jpg,.jpeg,.png,.csv,.txt';

const pathOf = ({ year, month, id }: ReportKey): string => `/api/rounds/${year}/${month}/projects/${id}/attachments`;

export const fetchAttachments = ({ year, month, id }: ReportKey): Promise<AttachmentList> =>
  unwrap(
    api.GET('/api/rounds/{year}/{month}/projects/{projectId}/attachments', {
      params: { path: { year, month, projectId: id } },
    }),
  );

/** @param indicatorId the indicator that the file belongs to; null for the project as a whole */
export function addAttachment(key: ReportKey, file: File, indicatorId: string | null): Promise<AttachmentList> {
  const form = new FormData();
  if (indicatorId !== null) form.append('indicatorId', indicatorId);
  form.append('file', file, file.name);
  return postForm(pathOf(key), form);
}

export const removeAttachment = ({ year, month, id }: ReportKey, attachmentId: string): Promise<AttachmentList> =>
  unwrap(
    api.DELETE('/api/rounds/{year}/{month}/projects/{projectId}/attachments/{attachmentId}', {
      params: { path: { year, month, projectId: id, attachmentId } },
    }),
  );

/** Where the browser downloads the file from. */
export const attachmentAddress = (key: ReportKey, attachmentId: string): string =>
  `${pathOf(key)}/${attachmentId}/file`;
