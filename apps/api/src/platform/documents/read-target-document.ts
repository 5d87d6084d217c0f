import { extname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Block } from '@jixiao/domain';
import { DomainError } from '../runtime/domain-error.js';
import type { DocumentReader } from './document-reader.js';
import { readDocx } from './office/read-docx.js';
import { readXlsx } from './office/read-xlsx.js';
import { readCsv, readPlainText } from './read-text.js';

export interface ReadingOptions {
  /** Larger files are refused; 20 where nothing is said. */
  readonly limitMb?: number;
  /** Ends the reading with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called now and then with how much has been read, in a unit that only makes sense against `total`. */
  readonly onProgress?: (done: number, total: number) => void | Promise<void>;
}

const BYTES_PER_MB = 1024 * 1024;
/** Larger files are no target documents: a county's whole set is under 5 MB of text. */
const DEFAULT_LIMIT_MB = 20;
/** Reading lets other work of the process go on after so many milliseconds. */
const LONGEST_STRETCH_MS = 20;
const PROGRESS_EVERY_MS = 250;

/** One reader per file format; each gives the same blocks, so that recognition knows no format. */
const READERS: Readonly<Record<string, DocumentReader>> = {
  '.txt': readPlainText,
  '.csv': readCsv,
  '.docx': readDocx,
  '.docm': readDocx,
  '.xlsx': readXlsx,
  '.xlsm': readXlsx,
};

/** File name extensions that can be read, with the dot, in lower case. */
export const targetDocumentFormats: readonly string[] = Object.keys(READERS);

/**
 * Reads the file of a target document into blocks. `fileName` tells the format by its extension.
 * Refused with a DomainError: `file-too-large` (over `limitMb`), `empty-file` (nothing or only white space),
 * `unsupported-format` (another extension), `unreadable-file` (not text: an archive, a Word binary, random bytes),
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
  const read = readerOf(file);
  const pace = new Pace(options);
  let isEmpty = true;
  try {
    for await (const block of read(bytes, pace)) {
      isEmpty = false;
      yield block;
      if (pace.isDue()) await pace.pause();
    }
  } catch (error) {
    throw namingFile(error, file);
  }
  if (isEmpty) throw new DomainError('empty-file', { file });
}

function readerOf(file: string): DocumentReader {
  const extension = extname(file).toLowerCase();
  const read = Object.hasOwn(READERS, extension) ? READERS[extension] : undefined;
  if (read) return read;
  throw new DomainError('unsupported-format', { file, extension, supported: targetDocumentFormats.join(' ') });
}

/** Interrupts a long reading: for other work of the process, for a caller who has given up, and to tell the progress. */
class Pace {
  private done = 0;
  private total = 0;
  private stretchSince = performance.now();
  private toldAt = performance.now();

  constructor(private readonly options: ReadingOptions) {}

  readonly report = (done: number, total: number): void => {
    [this.done, this.total] = [done, total];
  };

  isDue(): boolean {
    return performance.now() - this.stretchSince > LONGEST_STRETCH_MS;
  }

  async pause(): Promise<void> {
    await setImmediate();
    this.options.signal?.throwIfAborted();
    const now = performance.now();
    if (this.options.onProgress && this.total > 0 && now - this.toldAt > PROGRESS_EVERY_MS) {
      this.toldAt = now;
      await this.options.onProgress(this.done, this.total);
    }
    this.stretchSince = performance.now();
  }
}

/** Refusals of a reader get the file's name, which it does not know. */
function namingFile(error: unknown, file: string): unknown {
  if (!(error instanceof DomainError) || 'file' in error.params) return error;
  return new DomainError(error.code, { ...error.params, file }, error.issues, { cause: error });
}

/** Uploads carry a path of the sender's machine at times, with either kind of slash. */
const baseName = (fileName: string): string => fileName.split(/[\\/]/).at(-1) ?? fileName;
