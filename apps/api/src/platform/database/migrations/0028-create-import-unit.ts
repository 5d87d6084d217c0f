import type { QueryRunner } from 'typeorm';
import { CreateTable, OPTIONAL, flag, id, idOf, string, text, type TablePlan } from './create-table.js';

export class CreateImportUnit1767225600028 extends CreateTable {
  override readonly name = 'CreateImportUnit1767225600028';
  protected override readonly table = 'import_unit';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('batch_id'),
      idOf('organisation_id', OPTIONAL),
      string('code', 200),
      string('name', 200),
      string('state', 16),
      flag('assumed'),
      string('printed', 400, OPTIONAL),
      text('goals_before', OPTIONAL),
    ],
    index: {
      ix_import_unit_batch: ['batch_id'],
      ix_import_unit_organisation: ['organisation_id'],
    },
    references: {
      fk_import_unit_batch: ['batch_id', 'import_batch.id'],
      fk_import_unit_organisation: ['organisation_id', 'organisation.id'],
    },
  };

  /** A batch that was saved before had exactly one unit. */
  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    await runner.query(`
      insert into import_unit (id, batch_id, organisation_id, code, name, state, assumed)
      select b.id, b.id, o.id, o.code, o.name, 'known', 0
      from import_batch b join organisation o on o.id = b.organisation_id
      where b.status = 'saved' and b.id not in (select batch_id from import_unit)`);
  }
}
