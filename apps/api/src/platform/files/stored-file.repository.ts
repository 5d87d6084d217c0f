import { Injectable } from '@nestjs/common';
import { Between, type EntityManager } from 'typeorm';
import { insertRows } from '../database/bulk-write.js';
import { Clock } from '../runtime/clock.js';
import { StoredFileChunk } from './stored-file-chunk.entity.js';
import { StoredFile } from './stored-file.entity.js';

/** The rows of stored files. Whoever counts a reference holds the file's row until the end of the transaction. */
@Injectable()
export class StoredFileRepository {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts one more reference; where the content is new, its row is made. Another transaction that does the same waits.
   * @returns the references that there are now: 1 means that the content is not stored yet
   */
  async refer(manager: EntityManager, sha256: string, bytes: number): Promise<number> {
    const conflict =
      manager.dataSource.options.type === 'better-sqlite3'
        ? 'ON CONFLICT (sha256) DO UPDATE SET'
        : 'ON DUPLICATE KEY UPDATE';
    await manager.query(
      `INSERT INTO stored_file (sha256, bytes, reference_count, created_at) VALUES (?, ?, 1, ?)
       ${conflict} reference_count = stored_file.reference_count + 1`,
      [sha256, bytes, this.clock.now()],
    );
    return (await manager.findOneByOrFail(StoredFile, { sha256 })).referenceCount;
  }

  /** @returns the references that are left, null where there was no such file */
  async dismiss(manager: EntityManager, sha256: string): Promise<number | null> {
    const { affected } = await manager.decrement(StoredFile, { sha256 }, 'referenceCount', 1);
    if (affected === 0) return null;
    return (await manager.findOneByOrFail(StoredFile, { sha256 })).referenceCount;
  }

  async remove(manager: EntityManager, sha256: string): Promise<void> {
    await manager.delete(StoredFileChunk, { sha256 });
    await manager.delete(StoredFile, { sha256 });
  }

  addChunks(manager: EntityManager, chunks: readonly StoredFileChunk[]): Promise<void> {
    return insertRows(manager, StoredFileChunk, chunks);
  }

  /** Size in bytes, null where there is no such file. */
  async size(manager: EntityManager, sha256: string): Promise<number | null> {
    return (await manager.findOneBy(StoredFile, { sha256 }))?.bytes ?? null;
  }

  /** Contents of the chunks `from` to `to`, both included, in order. */
  async contents(manager: EntityManager, sha256: string, from: number, to: number): Promise<readonly Uint8Array[]> {
    const chunks = await manager.find(StoredFileChunk, {
      where: { sha256, ordinal: Between(from, to) },
      order: { ordinal: 'ASC' },
    });
    return chunks.map(({ content }) => content);
  }
}
