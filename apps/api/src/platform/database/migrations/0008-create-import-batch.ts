import { CreateTable, id, idOf, instant, string, text, whole, type TablePlan } from './create-table.js';

export class CreateImportBatch1767225600008 extends CreateTable {
  override readonly name = 'CreateImportBatch1767225600008';
  protected override readonly table = 'import_batch';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('file', 255),
      string('sha256', 64),
      whole('year'),
      idOf('organisation_id'),
      string('imported_by', 64),
      instant('imported_at'),
      whole('new_projects'),
      whole('changed_projects'),
      text('warnings'),
    ],
    index: {
      ix_import_batch_organisation: ['organisation_id'],
      ix_import_batch_year: ['year', 'imported_at'],
    },
    references: {
      fk_import_batch_year: ['year', 'fiscal_year.year'],
      fk_import_batch_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
