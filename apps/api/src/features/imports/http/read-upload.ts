import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { validated } from '../../../platform/http/validation.js';
import type { TargetFile } from '../application/parse-documents.js';
import type { ImportRequest } from '../application/plan-import.js';
import { ImportFields } from './uploads.dto.js';

/** Longest value of a text field beside the files. */
const FIELD_LIMIT = 200;

/**
 * Reads the files and fields of a multipart request into memory; the server's own limits refuse what is too large.
 * @throws DomainError `unsupported-media-type` for another kind of request, `invalid-input` for wrong or missing fields
 */
export async function readUpload(request: FastifyRequest): Promise<ImportRequest> {
  if (!request.isMultipart()) throw new DomainError('unsupported-media-type');
  const files: TargetFile[] = [];
  const fields: Record<string, string> = {};
  for await (const part of request.parts()) {
    if (part.type === 'file') files.push({ name: part.filename, bytes: await part.toBuffer() });
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value.slice(0, FIELD_LIMIT);
  }
  const { year, organisationId } = validated(ImportFields, fields);
  return { year, organisationId, files };
}
