import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { StoredContent } from '../../../platform/files/file-store.js';
import { ZipFileWriter } from '../../../platform/files/zip-file-writer.js';

/** The file that an export becomes. */
export interface ExportOutput {
  add(name: string, bytes: Uint8Array): Promise<StoredContent>;
  finish(): Promise<StoredContent>;
  abandon(): Promise<void>;
}

/** One document, which is the file itself. */
export class SingleDocument implements ExportOutput {
  private content: StoredContent | null = null;

  constructor(private readonly path: string) {}

  async add(_name: string, bytes: Uint8Array): Promise<StoredContent> {
    if (this.content !== null) throw new Error('A second document in a file of one');
    await writeFile(this.path, bytes, { flag: 'wx' });
    this.content = { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
    return this.content;
  }

  finish(): Promise<StoredContent> {
    return this.content === null ? Promise.reject(new Error('No document was written')) : Promise.resolve(this.content);
  }

  abandon(): Promise<void> {
    return Promise.resolve();
  }
}

/** Many of them, or one alone. */
export const openOutput = (path: string, isSingle: boolean): Promise<ExportOutput> =>
  isSingle ? Promise.resolve(new SingleDocument(path)) : ZipFileWriter.create(path);
