import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../runtime/domain-error.js';
import { StoredFileRepository } from './stored-file.repository.js';

const CHUNK_BYTES = 256 * 1024;
/** Chunks of one statement: 1 MB, after which other work of the process gets its turn. */
const CHUNKS_AT_ONCE = 4;

export interface StoredContent {
  /** Names the content from now on: SHA-256, hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Files that people gave the program, kept in the database: the server and its workers may be different machines, and a
 * file is stored, and vanishes, in the same transaction as the rows that refer to it. The same content is kept once.
 */
@Injectable()
export class FileStore {
  constructor(private readonly files: StoredFileRepository) {}

  /** Stores the content, or finds it stored, and counts a reference; each `put` is undone by one `release`. */
  async put(manager: EntityManager, bytes: Uint8Array): Promise<StoredContent> {
    const sha256 = await digest(bytes);
    const references = await this.files.refer(manager, sha256, bytes.length);
    if (references === 1) await this.write(manager, sha256, bytes);
    return { sha256, bytes: bytes.length };
  }

  /** @throws DomainError `not-found`; Error where the stored content is not what was put */
  async read(manager: EntityManager, sha256: string): Promise<Buffer> {
    const size = await this.files.size(manager, sha256);
    if (size === null) throw new DomainError('not-found');
    const bytes = Buffer.alloc(size);
    let end = 0;
    for (let first = 0; first * CHUNK_BYTES < size; first += CHUNKS_AT_ONCE) {
      for (const content of await this.files.contents(manager, sha256, first, first + CHUNKS_AT_ONCE - 1)) {
        bytes.set(content, end);
        end += content.length;
      }
      await turn();
    }
    if (end === size && (await digest(bytes)) === sha256) return bytes;
    if ((await this.files.size(manager, sha256)) === null) throw new DomainError('not-found');
    throw new Error(`The stored file ${sha256} is damaged`);
  }

  /**
   * Drops a reference; the last one deletes the content.
   * @throws DomainError `not-found`
   */
  async release(manager: EntityManager, sha256: string): Promise<void> {
    const left = await this.files.dismiss(manager, sha256);
    if (left === null) throw new DomainError('not-found');
    if (left === 0) await this.files.remove(manager, sha256);
  }

  private async write(manager: EntityManager, sha256: string, bytes: Uint8Array): Promise<void> {
    const count = Math.ceil(bytes.length / CHUNK_BYTES);
    for (let first = 0; first < count; first += CHUNKS_AT_ONCE) {
      const chunks = Array.from({ length: Math.min(CHUNKS_AT_ONCE, count - first) }, (_, place) => {
        const ordinal = first + place;
        return { sha256, ordinal, content: bytes.subarray(ordinal * CHUNK_BYTES, (ordinal + 1) * CHUNK_BYTES) };
      });
      await this.files.addChunks(manager, chunks);
      await turn();
    }
  }
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const step = CHUNK_BYTES * CHUNKS_AT_ONCE;
  for (let start = 0; start < bytes.length; start += step) {
    hash.update(bytes.subarray(start, start + step));
    if (start + step < bytes.length) await turn();
  }
  return hash.digest('hex');
}
