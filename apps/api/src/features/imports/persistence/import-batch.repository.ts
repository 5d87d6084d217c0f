import { Injectable } from '@nestjs/common';
import { In, LessThan, Raw, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import type { JobStatus } from '../../../platform/jobs/job-queue.js';
import { ImportBatch } from './import-batch.entity.js';
import { ImportProject } from './import-project.entity.js';
import { ImportUnit } from './import-unit.entity.js';
import { ImportUpload } from './import-upload.entity.js';

/** Uploads with their batches and the units of those. */
@Injectable()
export class ImportBatchRepository {
  async insertUpload(manager: EntityManager, upload: ImportUpload): Promise<void> {
    await insertRows(manager, ImportUpload, [upload]);
  }

  async insertBatch(manager: EntityManager, batch: ImportBatch): Promise<void> {
    await insertRows(manager, ImportBatch, [batch]);
  }

  /** Removes an upload of which nothing has been read yet. */
  async remove(manager: EntityManager, uploadId: string): Promise<void> {
    await manager.delete(ImportBatch, { uploadId });
    await manager.delete(ImportUpload, { id: uploadId });
  }

  upload(manager: EntityManager, id: string): Promise<ImportUpload | null> {
    return manager.findOneBy(ImportUpload, { id });
  }

  /** The upload, held until the transaction ends; null where there is none. */
  async holdUpload(manager: EntityManager, id: string): Promise<ImportUpload | null> {
    await lockRows(manager, 'import_upload', [id], 'exclusive');
    return this.upload(manager, id);
  }

  async updateUpload(manager: EntityManager, id: string, change: Partial<ImportUpload>): Promise<void> {
    await manager.update(ImportUpload, { id }, change as QueryDeepPartialEntity<ImportUpload>);
  }

  /** Uploads whose reach names an organisation path. */
  uploadsReaching(manager: EntityManager, path: string): Promise<ImportUpload[]> {
    return manager.findBy(ImportUpload, { reach: Raw((column) => `${column} like :path`, { path: `%${path}%` }) });
  }

  batch(manager: EntityManager, id: string): Promise<ImportBatch | null> {
    return manager.findOneBy(ImportBatch, { id });
  }

  /** In the order of the files. */
  batchesOf(manager: EntityManager, uploadId: string): Promise<ImportBatch[]> {
    return manager.find(ImportBatch, { where: { uploadId }, order: { ordinal: 'ASC' } });
  }

  async updateBatch(manager: EntityManager, id: string, change: Partial<ImportBatch>): Promise<void> {
    await manager.update(ImportBatch, { id }, change as QueryDeepPartialEntity<ImportBatch>);
  }

  async insertUnit(manager: EntityManager, unit: ImportUnit): Promise<void> {
    await insertRows(manager, ImportUnit, [unit]);
  }

  async updateUnit(manager: EntityManager, id: string, change: Partial<ImportUnit>): Promise<void> {
    await manager.update(ImportUnit, { id }, change as QueryDeepPartialEntity<ImportUnit>);
  }

  unitsOf(manager: EntityManager, batchIds: readonly string[]): Promise<ImportUnit[]> {
    return manager.find(ImportUnit, { where: { batchId: In([...batchIds]) }, order: { id: 'ASC' } });
  }

  /** Removes what reading has made of a batch. */
  async clear(manager: EntityManager, batchId: string): Promise<void> {
    await manager.delete(ImportProject, { batchId });
    await manager.delete(ImportUnit, { batchId });
  }

  /** Where a job stands; null where the ledger no longer knows it. */
  async jobStatus(manager: EntityManager, jobId: string): Promise<JobStatus | null> {
    const sql = 'select status from job_run where id = ?';
    const [row] = await manager.query<{ status: JobStatus }[]>(sql, [jobId]);
    return row?.status ?? null;
  }

  /** Uploads that are under way, or were never confirmed and are older than `before`; oldest first. */
  unsettled(manager: EntityManager, before: string): Promise<ImportUpload[]> {
    return manager.find(ImportUpload, {
      where: [{ status: In(['reading', 'saving']) }, { status: 'ready', createdAt: LessThan(before) }],
      order: { createdAt: 'ASC' },
      take: 200,
    });
  }

  /** Batches whose undoing is under way. */
  undoing(manager: EntityManager): Promise<ImportBatch[]> {
    return manager.findBy(ImportBatch, { status: 'undoing' });
  }

  async endUndoing(manager: EntityManager, id: string, change: Partial<ImportBatch>): Promise<void> {
    await manager.update(ImportBatch, { id, status: 'undoing' }, change as QueryDeepPartialEntity<ImportBatch>);
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

  /** Paths by id of organisations. */
  async pathsOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const sql = `select id, path from organisation where id in (${placeholders(ids.length)})`;
    const rows = await manager.query<{ id: string; path: string }[]>(sql, [...ids]);
    return new Map(rows.map(({ id, path }) => [id, path]));
  }
}
