import type { Block } from '@jixiao/domain';
import { DomainError } from '../runtime/domain-error.js';
import type { DocumentReader, ReadingContext } from './document-reader.js';
import { type DocumentFormat, formatOf } from './format-of.js';
import { convertLegacyWord, isLegacyWord } from './legacy/convert-word.js';
import { readXls } from './legacy/read-xls.js';
import { readDocx } from './office/read-docx.js';
import { readXlsx } from './office/read-xlsx.js';
import { baseName, namingFile } from './naming-file.js';
import { Pace, type PaceOptions } from '../runtime/pace.js';
import { readCsv, readPlainText } from './read-text.js';

export interface ReadingOptions extends PaceOptions {
  /** Larger files are refused; 20 where nothing is said. */
  readonly limitMb?: number;
}

const BYTES_PER_MB = 1024 * 1024;
/** Larger files are no target documents: a county's whole set is under 5 MB of text. */
const DEFAULT_LIMIT_MB = 20;

/** One reader per file format; each gives the same blocks, so that recognition knows no format. */
const READERS: Readonly<Record<DocumentFormat, DocumentReader>> = {
  text: readPlainText,
  csv: readCsv,
  docx: readDocx,
  doc: readLegacyWord,
  xlsx: readXlsx,
  xls: readXls,
};

/**
 * Reads the file of a target document into blocks. `fileName` tells the format by its extension.
 * Refused with a DomainError: `file-too-large` (over `limitMb`), `empty-file` (nothing or only white space),
 * `unsupported-format` (another extension), `wps-document`, `pdf-document`, `legacy-word` (a .doc, and no LibreOffice),
 * `unreadable-file` (not text: an archive, a Word binary, random bytes), `archive-encrypted`, `document-unsafe`,
 * `too-many-lines`, `table-too-wide`, `document-too-complex`, and the refusals of `guardZip`.
 */
export async function* readTargetDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadingOptions = {},
): AsyncGenerator<Block> {
  const { limitMb = DEFAULT_LIMIT_MB } = options;
  const file = baseName(fileName);
  if (bytes.byteLength === 0) throw new DomainError('empty-file', { file });
  if (bytes.byteLength > limitMb * BYTES_PER_MB) throw new DomainError('file-too-large', { file, limitMb });
  const pace = new Pace(options);
  let isEmpty = true;
  try {
    for await (const block of READERS[formatOf(bytes, file)](bytes, pace)) {
      isEmpty = false;
      yield block;
      if (pace.isDue()) await pace.pause();
    }
  } catch (error) {
    throw namingFile(error, file);
  }
  if (isEmpty) throw new DomainError('empty-file', { file });
}

async function* readLegacyWord(bytes: Uint8Array, context: ReadingContext): AsyncGenerator<Block> {
  if (!isLegacyWord(bytes)) throw new DomainError('unreadable-file');
  yield* readDocx(await convertLegacyWord(bytes, context.signal), context);
}
