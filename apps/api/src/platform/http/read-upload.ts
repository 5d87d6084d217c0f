import type { Multipart } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { ZodType } from 'zod';
import { DomainError } from '../runtime/domain-error.js';
import { validated } from './validation.js';

export interface UploadedFile {
  /** As the sender calls it, without folders and control characters, at most 255 characters. */
  readonly name: string;
  readonly bytes: Buffer;
}

export interface UploadRules<S extends ZodType> {
  /** Schema of the text fields beside the files. */
  readonly fields: S;
  /** How many files are taken, 1 where left out; the server's own limit is 20. */
  readonly maxFiles?: number;
}

const MAX_NAME = 255;
const CONTROL = /\p{Cc}/gu;

/**
 * Reads a multipart request and gives each file to `take`, one after the other, so that one is in memory at a time. The
 * text fields may stand before or behind the files, so they are known when all has been read. After a refusal the rest
 * is read and thrown away, because a browser shows no answer to a request that it is still sending.
 *
 * @returns the text fields
 * @throws DomainError `unsupported-media-type` for another kind of request, `bad-request` for a broken or unfinished one,
 *   `file-missing`, `too-many-files`, `invalid-input` for wrong or missing fields; Fastify's refusal of a file above the
 *   limit (`file-too-large`); and what `take` throws
 */
export async function readUpload<S extends ZodType>(
  request: FastifyRequest,
  { fields: schema, maxFiles = 1 }: UploadRules<S>,
  take: (file: UploadedFile) => Promise<void>,
): Promise<S['_zod']['output']> {
  if (!request.isMultipart()) throw new DomainError('unsupported-media-type');
  const fields = new Map<string, string>();
  const refusals: unknown[] = [];
  let files = 0;
  for await (const part of partsOf(request)) {
    if (refusals.length > 0) discard(part);
    else if (part.type === 'field') addField(fields, part.fieldname, part.value);
    else if (isChosen(part)) {
      files += 1;
      await takeFile(part, files > maxFiles, take).catch((refusal: unknown) => refusals.push(refusal));
    }
  }
  if (refusals.length > 0) throw refusals[0];
  if (files === 0) throw new DomainError('file-missing');
  return validated(schema, Object.fromEntries(fields));
}

/** The same for few files that are worked with together: all of them are in memory. */
export async function readWholeUpload<S extends ZodType>(
  request: FastifyRequest,
  rules: UploadRules<S>,
): Promise<{ readonly fields: S['_zod']['output']; readonly files: readonly UploadedFile[] }> {
  const files: UploadedFile[] = [];
  const fields = await readUpload(request, rules, async (file) => void files.push(file));
  return { fields, files };
}

/** The parser's own complaints about what was sent have no code. */
async function* partsOf(request: FastifyRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    throw asBadRequest(error);
  }
}

const asBadRequest = (error: unknown): unknown =>
  error instanceof Error && !('code' in error) ? new DomainError('bad-request') : error;

async function takeFile(
  part: Extract<Multipart, { type: 'file' }>,
  isOneTooMany: boolean,
  take: (file: UploadedFile) => Promise<void>,
): Promise<void> {
  if (isOneTooMany) {
    discard(part);
    throw new DomainError('too-many-files');
  }
  const bytes = await part.toBuffer().catch((error: unknown) => {
    throw asBadRequest(error);
  });
  await take({ name: plainName(part.filename), bytes });
}

/** A form whose file was left out sends a part without name and content. */
function isChosen(part: Extract<Multipart, { type: 'file' }>): boolean {
  if (part.filename) return true;
  discard(part);
  return false;
}

function discard(part: Multipart): void {
  if (part.type === 'file') part.file.resume();
}

function addField(fields: Map<string, string>, name: string, value: unknown): void {
  if (typeof value === 'string') fields.set(name, value);
}

const plainName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return [...last.replace(CONTROL, '')].slice(-MAX_NAME).join('');
};
