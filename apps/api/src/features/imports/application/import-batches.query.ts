import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { belowPaths } from '../../organisations/index.js';
import type { ImportBatchPage, ImportBatchQuery } from '../http/uploads.dto.js';

type Page = ImportBatchPage;
type View = Page['items'][number];
type Row = Pick<View, 'id' | 'file' | 'sha256' | 'year' | 'organisationName' | 'importedBy' | 'importedAt'> & {
  readonly newProjects: number;
  readonly changedProjects: number;
  readonly warnings: string;
};

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
    return { items: rows.map(viewOf), total: Number(count?.total ?? 0) };
  }
}

const viewOf = ({ newProjects, changedProjects, warnings, ...row }: Row): View => ({
  ...row,
  uploadId: row.id,
  bytes: 0,
  yearInferred: null,
  status: 'saved',
  failure: null,
  units: 1,
  counts: {
    new: newProjects,
    changed: changedProjects,
    unchanged: 0,
    missing: 0,
    refused: 0,
    warnings: (JSON.parse(warnings) as unknown[]).length,
    indicators: 0,
  },
  warnings: [],
  departmentGoals: [],
  sameFile: null,
  savedAt: row.importedAt,
  undoneAt: null,
  undoneBy: null,
  undoable: false,
  hasFile: false,
});
