import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../platform/runtime/domain-error.js';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** @throws DomainError `file-not-readable` for the first file that is not there or may not be read */
export async function readFiles(files: readonly string[]): Promise<readonly NamedFile[]> {
  const read: NamedFile[] = [];
  for (const file of files) read.push({ name: path.basename(file), bytes: await bytesOf(file) });
  return read;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new DomainError('file-not-readable', { file }, [], { cause });
  }
}
