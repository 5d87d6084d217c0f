import { CreateTable, OPTIONAL, flag, id, idOf, money, string, text, whole, type TablePlan } from './create-table.js';

export class CreateImportProject1767225600029 extends CreateTable {
  override readonly name = 'CreateImportProject1767225600029';
  protected override readonly table = 'import_project';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('batch_id'),
      idOf('unit_id'),
      whole('ordinal'),
      string('code', 64, OPTIONAL),
      string('name', 300),
      string('outcome', 16),
      string('refusal', 64, OPTIONAL),
      money('budget_fen', OPTIONAL),
      whole('indicators'),
      whole('warning_count'),
      flag('corrected'),
      string('place', 100),
      idOf('stored_project_id', OPTIONAL),
      string('stored_state', 64, OPTIONAL),
      text('content', OPTIONAL),
      text('differences'),
      text('warnings'),
      text('corrections', OPTIONAL),
    ],
    unique: { uq_import_project_batch_ordinal: ['batch_id', 'ordinal'] },
    index: {
      ix_import_project_unit: ['unit_id'],
      ix_import_project_code: ['code'],
      ix_import_project_name: ['name'],
    },
    references: {
      fk_import_project_batch: ['batch_id', 'import_batch.id'],
      fk_import_project_unit: ['unit_id', 'import_unit.id'],
    },
  };
}
