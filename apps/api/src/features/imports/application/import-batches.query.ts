import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { belowPaths } from '../../organisations/index.js';
import type { ImportBatchPage, ImportBatchQuery } from '../http/imports.dto.js';

type Page = z.output<typeof ImportBatchPage>;
type Row = Omit<Page['items'][number], 'warnings'> & { readonly warnings: string };

const FROM = 'from import_batch b join organisation o on o.id = b.organisation_id';

/** The documents that were taken in, newest first, within what the caller may see. */
@Injectable()
export class ImportBatchesQuery {
  constructor(private readonly uow: UnitOfWork) {}

  async run(user: CurrentUser, { year, page, size }: z.output<typeof ImportBatchQuery>): Promise<Page> {
    const scope = belowPaths('o.path', scopeOf(user, 'lights.read'));
    const ofYear = year === undefined ? { sql: '', params: [] } : { sql: ' and b.year = ?', params: [year] };
    const where = `where ${scope.sql}${ofYear.sql}`;
    const params = [...scope.params, ...ofYear.params];
    const manager = this.uow.reader;
    const [count] = await manager.query<{ total: number | string }[]>(
      `select count(*) as total ${FROM} ${where}`,
      params,
    );
    const sql = `
      select b.id as id, b.file as file, b.sha256 as sha256, b.year as year, o.name as organisationName,
             b.imported_by as importedBy, b.imported_at as importedAt, b.new_projects as newProjects,
             b.changed_projects as changedProjects, b.warnings as warnings
      ${FROM} ${where} order by b.imported_at desc, b.id desc limit ? offset ?`;
    const rows = await manager.query<Row[]>(sql, [...params, size, (page - 1) * size]);
    const items = rows.map((row) => ({ ...row, warnings: (JSON.parse(row.warnings) as unknown[]).length }));
    return { items, total: Number(count?.total ?? 0) };
  }
}
