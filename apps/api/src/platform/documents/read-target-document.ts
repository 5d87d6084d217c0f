import { extname } from 'node:path';
import { type Block, blocksOfText } from '@jixiao/domain';
import { DomainError } from '../runtime/domain-error.js';
import { decodeText } from './decode-text.js';

const BYTES_PER_MB = 1024 * 1024;
/** Larger files are no target documents: a county's whole set is under 5 MB of text. */
const DEFAULT_LIMIT_MB = 20;

/** The targets of several thousand projects; more lines than this only fill the memory. */
const MOST_LINES = 500_000;

/** One reader per file format; each gives the same blocks, so that recognition knows no format. */
const READERS: Readonly<Record<string, (bytes: Uint8Array) => Block[]>> = {
  '.txt': (bytes) => blocksOfText(withinLines(decodeText(bytes))),
};

/** File name extensions that can be read, with the dot, in lower case. */
export const targetDocumentFormats: readonly string[] = Object.keys(READERS);

/**
 * Reads the file of a target document into blocks. `fileName` tells the format by its extension.
 * Refused with a DomainError: `file-too-large` (over `limitMb`), `empty-file` (nothing or only white space),
 * `unsupported-format` (another extension), `unreadable-file` (not text: an archive, a Word binary, random bytes),
 * `too-many-lines`.
 */
export function readTargetDocument(bytes: Uint8Array, fileName: string, limitMb = DEFAULT_LIMIT_MB): Block[] {
  const file = baseName(fileName);
  if (bytes.byteLength === 0) throw new DomainError('empty-file', { file });
  if (bytes.byteLength > limitMb * BYTES_PER_MB) throw new DomainError('file-too-large', { file, limitMb });
  const extension = extname(file).toLowerCase();
  const read = Object.hasOwn(READERS, extension) ? READERS[extension] : undefined;
  if (!read) {
    throw new DomainError('unsupported-format', { file, extension, supported: targetDocumentFormats.join(' ') });
  }
  const blocks = refusalsNaming(file, () => read(bytes));
  if (blocks.length === 0) throw new DomainError('empty-file', { file });
  return blocks;
}

function withinLines(text: string): string {
  const lineEnd = /\r\n?|\n/g;
  for (let lines = 1; lineEnd.test(text); lines += 1) {
    if (lines === MOST_LINES) throw new DomainError('too-many-lines', { limit: MOST_LINES });
  }
  return text;
}

/** Refusals of a decoder get the file's name, which it does not know. */
function refusalsNaming<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError)
      throw new DomainError(error.code, { ...error.params, file }, [], { cause: error });
    throw error;
  }
}

/** Uploads carry a path of the sender's machine at times, with either kind of slash. */
const baseName = (fileName: string): string => fileName.split(/[\\/]/).at(-1) ?? fileName;
