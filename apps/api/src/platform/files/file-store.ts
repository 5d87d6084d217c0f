import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../runtime/domain-error.js';
import type { StoredFileChunk } from './stored-file-chunk.entity.js';
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

  /**
   * The same for content that is on disk, of any size: a megabyte of it is in memory.
   * @param file what it is, as told while it was written
   * @throws Error where it is something else by now
   */
  async putFile(manager: EntityManager, path: string, file: StoredContent): Promise<StoredContent> {
    const { sha256, bytes } = file;
    const references = await this.files.refer(manager, sha256, bytes);
    if (references === 1) await this.writeFrom(manager, path, file);
    return { sha256, bytes };
  }

  /**
   * The content a megabyte at a time, for what is sent or packed on and need not be in memory.
   * @throws DomainError `not-found`; Error at its end where the stored content is not what was put
   */
  async *stream(manager: EntityManager, sha256: string): AsyncGenerator<Uint8Array> {
    const size = await this.files.size(manager, sha256);
    if (size === null) throw new DomainError('not-found');
    const hash = createHash('sha256');
    for (let first = 0; first * CHUNK_BYTES < size; first += CHUNKS_AT_ONCE) {
      for (const content of await this.files.contents(manager, sha256, first, first + CHUNKS_AT_ONCE - 1)) {
        hash.update(content);
        yield content;
      }
    }
    if (hash.digest('hex') !== sha256) throw new Error(`The stored file ${sha256} is damaged`);
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

  private async writeFrom(manager: EntityManager, path: string, { sha256, bytes }: StoredContent): Promise<void> {
    const hash = createHash('sha256');
    const handle = await open(path, 'r');
    try {
      const piece = Buffer.alloc(CHUNK_BYTES * CHUNKS_AT_ONCE);
      for (let start = 0; start < bytes; start += piece.length) {
        const { bytesRead } = await handle.read(piece, 0, piece.length, start);
        const content = piece.subarray(0, bytesRead);
        hash.update(content);
        await this.files.addChunks(manager, chunksOf(sha256, content, start / CHUNK_BYTES));
        await turn();
      }
    } finally {
      await handle.close();
    }
    if (hash.digest('hex') !== sha256) throw new Error(`The file to be stored is not ${sha256} any more`);
  }

  private async write(manager: EntityManager, sha256: string, bytes: Uint8Array): Promise<void> {
    for (let start = 0; start < bytes.length; start += CHUNK_BYTES * CHUNKS_AT_ONCE) {
      const content = bytes.subarray(start, start + CHUNK_BYTES * CHUNKS_AT_ONCE);
      await this.files.addChunks(manager, chunksOf(sha256, content, start / CHUNK_BYTES));
      await turn();
    }
  }
}

/** @param first place of the first chunk in the file */
const chunksOf = (sha256: string, content: Uint8Array, first: number): StoredFileChunk[] =>
  Array.from({ length: Math.ceil(content.length / CHUNK_BYTES) }, (_, place) => ({
    sha256,
    ordinal: first + place,
    content: content.subarray(place * CHUNK_BYTES, (place + 1) * CHUNK_BYTES),
  }));

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const step = CHUNK_BYTES * CHUNKS_AT_ONCE;
  for (let start = 0; start < bytes.length; start += step) {
    hash.update(bytes.subarray(start, start + step));
    if (start + step < bytes.length) await turn();
  }
  return hash.digest('hex');
}
