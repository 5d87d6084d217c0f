import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { MigrationInterface } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { ImportBatch } from '../../apps/api/src/features/imports/persistence/import-batch.entity.js';
import { ImportUnit } from '../../apps/api/src/features/imports/persistence/import-unit.entity.js';
import { ImportUpload } from '../../apps/api/src/features/imports/persistence/import-upload.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { CreateImportBatch1767225600008 } from '../../apps/api/src/platform/database/migrations/0008-create-import-batch.js';
import { CreateImportUpload1767225600026 } from '../../apps/api/src/platform/database/migrations/0026-create-import-upload.js';
import { AddImportBatchStaging1767225600027 } from '../../apps/api/src/platform/database/migrations/0027-add-import-batch-staging.js';
import { CreateImportUnit1767225600028 } from '../../apps/api/src/platform/database/migrations/0028-create-import-unit.js';
import { AddImportPrincipals1767225600151 } from '../../apps/api/src/platform/database/migrations/0151-add-import-principals.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

const SAVED_AT = '2023-03-01T08:00:00.000Z';
const WARNINGS = JSON.stringify([
  { code: 'unit-assumed', message: '', at: 'document', project: null },
  { code: 'schedule-missing', message: '', at: 'line 3', project: '甲' },
]);

describeBackends('Imports of before there were uploads', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshConfig(backend);
    database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
  });
  afterAll(async () => {
    await database.close();
    await fresh.cleanup();
  });

  const up = async (...steps: readonly MigrationInterface[]): Promise<void> => {
    const runner = database.writer.createQueryRunner();
    await runner.beforeMigration();
    for (const step of steps) await step.up(runner);
    await runner.afterMigration();
    await runner.release();
  };
  const run = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
    database.writer.query(sql, [...values]);

  it('become saved uploads of one file, with their unit and their remarks counted', async () => {
    const tables = ['indicator', 'schedule_checkpoint', 'target_version', 'import_project', 'import_unit'];
    for (const table of [...tables, 'import_batch', 'import_upload']) await run(`drop table ${table}`);
    await up(new CreateImportBatch1767225600008());
    await run(
      `insert into organisation (id, code, name, kind, path, self_approval, active)
       values ('o', '336001', '法院', 'unit', '/o/', false, true)`,
    );
    await run(`insert into fiscal_year (year, status, created_at) values (2023, 'open', ?)`, [SAVED_AT]);
    await run(
      `insert into import_batch (id, file, sha256, year, organisation_id, imported_by, imported_at, new_projects,
         changed_projects, warnings) values ('b', 'a.txt', 'hash', 2023, 'o', 'wang', ?, 2, 1, ?)`,
      [SAVED_AT, WARNINGS],
    );
    const steps = [
      new CreateImportUpload1767225600026(),
      new AddImportBatchStaging1767225600027(),
      new CreateImportUnit1767225600028(),
      new AddImportPrincipals1767225600151(),
    ];
    await up(...steps);
    const { reader } = database.unitOfWork;
    expect(await reader.find(ImportUpload)).toMatchObject([
      { id: 'b', year: 2023, status: 'saved', uploadedBy: 'wang', confirmedBy: 'wang', createdAt: SAVED_AT },
    ]);
    expect(await reader.find(ImportBatch)).toMatchObject([
      {
        ...{ id: 'b', uploadId: 'b', ordinal: 0, status: 'saved', year: 2023, organisationId: 'o', fileKept: false },
        ...{ newProjects: 2, changedProjects: 1, warningCount: 2, savedAt: SAVED_AT, savedBy: 'wang', failure: null },
        ...{ confirmedFor: null, undoneBy: null, undoneFor: null, undoAddress: null },
      },
    ]);
    expect(await reader.find(ImportUnit)).toMatchObject([
      { batchId: 'b', organisationId: 'o', code: '336001', name: '法院', state: 'known', assumed: false },
    ]);
  });
});
