import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportBatch } from '../persistence/import-batch.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import type { StagingState } from './stage-chunk.js';

/** The imports that brought the very same bytes before. */
@Injectable()
export class SameFileQuery {
  constructor(private readonly staged: StagedRepository) {}

  /** What people corrected when the same bytes were last saved for the same year, and are still in force. */
  async corrections(
    manager: EntityManager,
    { id, sha256 }: Pick<ImportBatch, 'id' | 'sha256'>,
    year: number,
  ): Promise<StagingState['earlier']> {
    const sql = `
      select id from import_batch where sha256 = ? and year = ? and status = 'saved' and id <> ?
      order by saved_at desc, id desc limit 1`;
    const [earlier] = await manager.query<{ id: string }[]>(sql, [sha256, year, id]);
    return earlier === undefined ? new Map() : this.staged.corrections(manager, earlier.id);
  }
}
