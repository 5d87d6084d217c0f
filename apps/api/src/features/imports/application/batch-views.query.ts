import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { PeopleNames, type NameOf } from '../../identity/index.js';
import type { ImportBatchView } from '../http/uploads.dto.js';
import { ImportBatch } from '../persistence/import-batch.entity.js';
import { ImportBatchRepository } from '../persistence/import-batch.repository.js';
import type { ImportUnit } from '../persistence/import-unit.entity.js';
import { ImportUpload } from '../persistence/import-upload.entity.js';
import { visibleBatches } from '../persistence/visible-batches.query.js';
import { AccessImports } from './access-imports.js';
import { countsOf } from './counts.js';
import { warningView } from './warning-view.js';

interface Earlier {
  readonly id: string;
  readonly sha256: string;
  readonly year: number;
  readonly savedAt: string;
  readonly importedBy: string;
}

/** Batches as a person sees them. */
@Injectable()
export class BatchViewsQuery {
  constructor(
    private readonly batches: ImportBatchRepository,
    private readonly access: AccessImports,
    private readonly catalogue: MessageCatalogue,
    private readonly names: PeopleNames,
  ) {}

  async run(
    manager: EntityManager,
    user: CurrentUser,
    batches: readonly ImportBatch[],
    locale: Locale,
  ): Promise<ImportBatchView[]> {
    const uploads = await manager.findBy(ImportUpload, { id: In(batches.map(({ uploadId }) => uploadId)) });
    const yearOf = new Map(uploads.map(({ id, year }) => [id, year]));
    const units = await this.batches.unitsOf(
      manager,
      batches.map(({ id }) => id),
    );
    const earlier = await this.earlier(manager, user, batches);
    const hands = batches.flatMap(({ importedBy, undoneBy }) => [importedBy, undoneBy]);
    const nameOf = await this.names.of(manager, [...hands, ...earlier.map(({ importedBy }) => importedBy)]);
    const views: ImportBatchView[] = [];
    for (const batch of batches) {
      const own = units.filter(({ batchId }) => batchId === batch.id);
      const year = batch.year ?? yearOf.get(batch.uploadId) ?? 0;
      const same = earlier.find(({ id, sha256, year: of }) => sha256 === batch.sha256 && of === year && id < batch.id);
      const undoable = batch.status === 'saved' && (await this.access.mayImport(manager, user, own));
      const view = this.view(batch, own, year, nameOf, locale);
      views.push({ ...view, sameFile: same ? sameFile(same, nameOf) : null, undoable });
    }
    return views;
  }

  private view(
    batch: ImportBatch,
    units: readonly ImportUnit[],
    year: number,
    nameOf: NameOf,
    locale: Locale,
  ): Omit<ImportBatchView, 'sameFile' | 'undoable'> {
    const { id, uploadId, file, bytes, sha256, status, yearInferred, importedBy, importedAt } = batch;
    const { savedAt, undoneAt, fileKept, departmentGoals, failure } = batch;
    const undoneBy = undoneAt === null ? null : batch.undoneBy;
    const [only] = units.length === 1 ? units : [];
    return {
      ...{ id, uploadId, file, bytes, sha256, year, yearInferred, status, importedBy, importedAt },
      importedByName: nameOf(importedBy),
      ...{ savedAt, undoneAt, undoneBy, undoneByName: nameOf(undoneBy), hasFile: fileKept },
      failure: failure && {
        code: failure.code,
        message: this.sentence(failure.code, failure.params, locale),
        issues: failure.issues.map(({ path, code, params }) => ({
          path,
          code,
          message: this.sentence(code, params, locale),
        })),
      },
      organisationName: only?.name ?? null,
      units: units.length,
      counts: countsOf(batch),
      warnings: batch.warnings.map((warning) => warningView(warning, locale, this.catalogue)),
      departmentGoals: (departmentGoals?.goals ?? []).map(({ title, goal, indicators }) => ({
        title,
        goal,
        indicators: indicators.map(({ text }) => ({ text })),
      })),
    };
  }

  private sentence(code: string, params: NonNullable<ImportBatch['failure']>['params'], locale: Locale): string {
    return this.catalogue.sentence({ code, params }, locale);
  }

  /** Imports in force of the same bytes, newest first, that the person may see. */
  private earlier(manager: EntityManager, user: CurrentUser, batches: readonly ImportBatch[]): Promise<Earlier[]> {
    const hashes = [...new Set(batches.map(({ sha256 }) => sha256))];
    if (hashes.length === 0) return Promise.resolve([]);
    const visible = visibleBatches(user, 'b');
    const sql = `
      select b.id as id, b.sha256 as sha256, b.year as year, b.saved_at as savedAt, b.imported_by as importedBy
      from import_batch b
      where b.sha256 in (${placeholders(hashes.length)}) and b.status = 'saved' and ${visible.sql}
      order by b.saved_at desc, b.id desc`;
    return manager.query<Earlier[]>(sql, [...hashes, ...visible.params]);
  }
}

const sameFile = ({ id, savedAt, importedBy }: Earlier, nameOf: NameOf) => ({
  batchId: id,
  importedAt: savedAt,
  importedBy,
  importedByName: nameOf(importedBy),
});
