import { api, postForm } from '../../shared/api/client.js';
import type { ReportFileResult } from '../../shared/api/schema.gen.js';
import { servedFile, type ServedFile } from '../../shared/api/served-file.js';

export interface RoundKey {
  readonly year: number;
  readonly month: number;
}

/** The workbook in which the person's projects are filled in, with what is stored of them. */
export async function fetchWorkbook({ year, month }: RoundKey): Promise<ServedFile> {
  const answer = await api.GET('/api/rounds/{year}/{month}/report-workbook', {
    params: { path: { year, month } },
    parseAs: 'blob',
  });
  return servedFile(answer, `${year}-${month}.xlsx`);
}

/** A refused workbook with the errors written into it. */
export async function fetchAnnotated(id: string): Promise<ServedFile> {
  const answer = await api.GET('/api/report-uploads/{id}/workbook', { params: { path: { id } }, parseAs: 'blob' });
  return servedFile(answer, 'errors.xlsx');
}

/** Takes a filled file in, or with `dryRun` only tells what it would change. */
export function sendReportFile({ year, month }: RoundKey, file: File, dryRun: boolean): Promise<ReportFileResult> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  form.append('file', file, file.name);
  return postForm(`/api/rounds/${year}/${month}/report-file`, form);
}
