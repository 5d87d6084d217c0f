import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { ImportBatchPage, ImportBatchQuery } from '../http/uploads.dto.js';
import { ImportBatch } from '../persistence/import-batch.entity.js';
import { visibleBatches } from '../persistence/visible-batches.query.js';
import { BatchViewsQuery } from './batch-views.query.js';

/** The documents that were taken in or wait to be confirmed, newest first, within what the caller may see. */
@Injectable()
export class ImportBatchesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly views: BatchViewsQuery,
  ) {}

  async run(
    user: CurrentUser,
    { year, page, size }: z.output<typeof ImportBatchQuery>,
    locale: Locale,
  ): Promise<ImportBatchPage> {
    const visible = visibleBatches(user, 'b');
    const ofYear = year === undefined ? { sql: '', params: [] } : { sql: ' and u.year = ?', params: [year] };
    const from = `from import_batch b join import_upload u on u.id = b.upload_id
                  where ${visible.sql}${ofYear.sql} and b.status <> 'discarded'`;
    const params = [...visible.params, ...ofYear.params];
    const manager = this.uow.reader;
    const [count] = await manager.query<{ total: number | string }[]>(`select count(*) as total ${from}`, params);
    const sql = `select b.id as id ${from} order by b.imported_at desc, b.id desc limit ? offset ?`;
    const ids = await manager.query<{ id: string }[]>(sql, [...params, size, (page - 1) * size]);
    const found = await manager.findBy(ImportBatch, { id: In(ids.map(({ id }) => id)) });
    const byId = new Map(found.map((batch) => [batch.id, batch]));
    const batches = ids.flatMap(({ id }) => byId.get(id) ?? []);
    return { items: await this.views.run(manager, user, batches, locale), total: Number(count?.total ?? 0) };
  }
}
