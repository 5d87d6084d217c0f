import { extname } from 'node:path';
import { DomainError } from '../runtime/domain-error.js';
import { isCompoundFile, openCompoundFile } from './legacy/compound-file.js';
import { isLegacyWord } from './legacy/convert-word.js';

export type DocumentFormat = 'text' | 'csv' | 'docx' | 'xlsx' | 'xls' | 'doc';

const FORMATS: Readonly<Record<string, DocumentFormat>> = {
  '.txt': 'text',
  '.csv': 'csv',
  '.docx': 'docx',
  '.docm': 'docx',
  '.doc': 'doc',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.xls': 'xls',
};

/** File name extensions that can be read, with the dot, in lower case. */
export const targetDocumentFormats: readonly string[] = Object.keys(FORMATS);

/** Extensions that people have beside those, each with a sentence on what to do. */
const OTHER_FORMATS: Readonly<Record<string, 'wps-document' | 'pdf-document'>> = {
  '.wps': 'wps-document',
  '.et': 'wps-document',
  '.pdf': 'pdf-document',
};
const WORDS: ReadonlySet<DocumentFormat> = new Set(['docx', 'doc']);
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * The format of a file by its extension; between the old and the new form of a Word or Excel file its first bytes
 * decide, because programs save either under either name.
 *
 * @throws DomainError `unsupported-format`, `wps-document`, `pdf-document`, `archive-encrypted` (a passworded new file
 *   is packed in a container of the old form)
 */
export function formatOf(bytes: Uint8Array, file: string): DocumentFormat {
  const extension = extname(file).toLowerCase();
  const other = Object.hasOwn(OTHER_FORMATS, extension) ? OTHER_FORMATS[extension] : undefined;
  if (other) throw new DomainError(other, { file });
  const named = Object.hasOwn(FORMATS, extension) ? FORMATS[extension] : undefined;
  if (named === undefined) {
    throw new DomainError('unsupported-format', { file, extension, supported: targetDocumentFormats.join(' ') });
  }
  if (named === 'text' || named === 'csv') return named;
  if (ZIP.every((byte, index) => bytes[index] === byte)) return WORDS.has(named) ? 'docx' : 'xlsx';
  if (isCompoundFile(bytes)) return legacyFormat(bytes, named);
  return WORDS.has(named) && isLegacyWord(bytes) ? 'doc' : named;
}

function legacyFormat(bytes: Uint8Array, named: DocumentFormat): DocumentFormat {
  if (openCompoundFile(bytes)?.names.has('EncryptedPackage')) throw new DomainError('archive-encrypted');
  return WORDS.has(named) ? 'doc' : 'xls';
}
