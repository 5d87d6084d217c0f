import { CreateTable, OPTIONAL, flag, id, idOf, instant, string, whole, type TablePlan } from './create-table.js';

export class CreateProject1767225600009 extends CreateTable {
  override readonly name = 'CreateProject1767225600009';
  protected override readonly table = 'project';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('year'),
      idOf('organisation_id'),
      string('code', 64, OPTIONAL),
      string('name', 300),
      flag('is_key'),
      string('transfer_level', 16, OPTIONAL),
      flag('personnel'),
      whole('start_month'),
      whole('current_version'),
      instant('created_at'),
      instant('updated_at'),
    ],
    unique: {
      uq_project_year_code: ['year', 'code'],
      uq_project_year_organisation_name: ['year', 'organisation_id', 'name'],
    },
    index: {
      ix_project_organisation: ['organisation_id'],
    },
    references: {
      fk_project_year: ['year', 'fiscal_year.year'],
      fk_project_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
