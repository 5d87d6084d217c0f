import { api, postForm, unwrap } from '../../shared/api/client.js';
import type { ReportFileResult } from '../../shared/api/schema.gen.js';
import { fileNameOf } from './file-name.js';

export interface RoundKey {
  readonly year: number;
  readonly month: number;
}

/** A file as the server names it. */
export interface ServedFile {
  readonly name: string;
  readonly content: Blob;
}

/** The workbook in which the person's projects are filled in, with what is stored of them. */
export async function fetchWorkbook({ year, month }: RoundKey): Promise<ServedFile> {
  const answer = await api.GET('/api/rounds/{year}/{month}/report-workbook', {
    params: { path: { year, month } },
    parseAs: 'blob',
  });
  return served(answer, `${year}-${month}.xlsx`);
}

/** A refused workbook with the errors written into it. */
export async function fetchAnnotated(id: string): Promise<ServedFile> {
  const answer = await api.GET('/api/report-uploads/{id}/workbook', { params: { path: { id } }, parseAs: 'blob' });
  return served(answer, 'errors.xlsx');
}

/** Takes a filled file in, or with `dryRun` only tells what it would change. */
export function sendReportFile({ year, month }: RoundKey, file: File, dryRun: boolean): Promise<ReportFileResult> {
  const form = new FormData();
  form.append('dryRun', String(dryRun));
  form.append('file', file, file.name);
  return postForm(`/api/rounds/${year}/${month}/report-file`, form);
}

interface BlobAnswer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

async function served(answer: BlobAnswer, otherwise: string): Promise<ServedFile> {
  const content = await unwrap(Promise.resolve(answer));
  const name = fileNameOf(answer.response.headers.get('content-disposition')) ?? otherwise;
  return { name, content: content as Blob };
}
