import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ImportBatch } from './import-batch.entity.js';

@Injectable()
export class ImportBatchRepository {
  async insert(manager: EntityManager, batch: ImportBatch): Promise<void> {
    await manager.insert(ImportBatch, batch);
  }

  /** Months of the open rounds of a year, ascending. */
  async openRounds(manager: EntityManager, year: number): Promise<readonly number[]> {
    const sql = `select month from monitoring_round where year = ? and status = 'open' order by month`;
    const rows = await manager.query<{ month: number }[]>(sql, [year]);
    return rows.map(({ month }) => month);
  }

  /** The organisation nearest to the root at or below a path; null where there is none. */
  async highestOrganisation(manager: EntityManager, path: string): Promise<{ readonly code: string } | null> {
    const sql = 'select code from organisation where path like ? order by length(path), code limit 1';
    const [row] = await manager.query<{ code: string }[]>(sql, [`${path}%`]);
    return row ?? null;
  }
}
