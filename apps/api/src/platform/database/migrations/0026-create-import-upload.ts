import type { QueryRunner } from 'typeorm';
import { CreateTable, OPTIONAL, flag, id, idOf, instant, string, text, whole, type TablePlan } from './create-table.js';

export class CreateImportUpload1767225600026 extends CreateTable {
  override readonly name = 'CreateImportUpload1767225600026';
  protected override readonly table = 'import_upload';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      string('status', 16),
      idOf('organisation_id', OPTIONAL),
      string('unit_code', 64, OPTIONAL),
      flag('root_if_unnamed'),
      string('uploaded_by', 64),
      text('reach'),
      string('remote_address', 64, OPTIONAL),
      idOf('job_id', OPTIONAL),
      flag('outdated'),
      string('confirmed_by', 64, OPTIONAL),
      instant('created_at'),
    ],
    index: { ix_import_upload_status: ['status', 'created_at'] },
  };

  /** Every batch that was saved before there were uploads becomes one of its own, of the same id. */
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query(`
      insert into import_upload (id, year, status, root_if_unnamed, uploaded_by, reach, outdated, confirmed_by, created_at)
      select b.id, b.year, 'saved', 0, b.imported_by, '{"imports":[],"manages":[]}', 0, b.imported_by, b.imported_at
      from import_batch b where b.id not in (select id from import_upload)`);
  }
}
