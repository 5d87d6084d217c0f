import { ImportBatch } from '../../apps/api/src/features/imports/persistence/import-batch.entity.js';
import { ImportUpload } from '../../apps/api/src/features/imports/persistence/import-upload.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import type { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';

const NOW = '2023-01-10T00:00:00.000Z';

/** A saved import as versions of targets refer to it, without what reading a file would store beside it. @returns its id */
export async function addImportBatch(
  uow: UnitOfWork,
  file: string,
  { year, organisationId }: { readonly year: number; readonly organisationId: string },
): Promise<string> {
  const id = newId();
  const upload: ImportUpload = {
    id,
    year,
    status: 'saved',
    organisationId,
    unitCode: null,
    rootIfUnnamed: false,
    uploadedBy: 'finance',
    reach: { imports: [], manages: [] },
    remoteAddress: null,
    jobId: null,
    outdated: false,
    confirmedBy: 'finance',
    createdAt: NOW,
  };
  const batch: ImportBatch = {
    id,
    uploadId: id,
    ordinal: 0,
    status: 'saved',
    file,
    sha256: '0'.repeat(64),
    bytes: 0,
    fileKept: false,
    year,
    yearInferred: null,
    organisationId,
    importedBy: 'finance',
    importedAt: NOW,
    newProjects: 0,
    changedProjects: 0,
    unchangedProjects: 0,
    missingProjects: 0,
    refusedProjects: 0,
    indicators: 0,
    warningCount: 0,
    warnings: [],
    departmentGoals: null,
    failure: null,
    savedAt: NOW,
    savedBy: 'finance',
    undoJobId: null,
    undoneAt: null,
    undoneBy: null,
    undoneFor: null,
    undoAddress: null,
    confirmedFor: null,
  };
  await uow.run(async (manager) => {
    await insertRows(manager, ImportUpload, [upload]);
    await insertRows(manager, ImportBatch, [batch]);
  });
  return id;
}
