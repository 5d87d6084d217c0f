import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { validated } from '../../../platform/http/validation.js';
import type { ReportFile } from '../application/take-report-file.js';
import { ReportFileFields } from './report-files.dto.js';

/** Longest value of a text field beside the file. */
const FIELD_LIMIT = 200;

/**
 * Reads the one file of a multipart request into memory; the server's own limits refuse what is too large.
 * @throws DomainError `unsupported-media-type` for another kind of request, `no-files`, `too-many-files`, `invalid-input`
 */
export async function readReportUpload(
  request: FastifyRequest,
): Promise<{ readonly file: ReportFile; readonly dryRun: boolean }> {
  if (!request.isMultipart()) throw new DomainError('unsupported-media-type');
  const files: ReportFile[] = [];
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') files.push({ name: part.filename, bytes: await part.toBuffer() });
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value.slice(0, FIELD_LIMIT);
  }
  const { dryRun } = validated(ReportFileFields, fields);
  const [file, ...others] = files;
  if (file === undefined) throw new DomainError('no-files');
  if (others.length > 0) throw new DomainError('too-many-files');
  return { file, dryRun };
}
