import { CreateTable, OPTIONAL, id, idOf, string, type TablePlan } from './create-table.js';

export class CreateOrganisation1767225600001 extends CreateTable {
  override readonly name = 'CreateOrganisation1767225600001';
  protected override readonly table = 'organisation';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('code', 32),
      string('name', 200),
      string('kind', 16),
      idOf('parent_id', OPTIONAL),
      string('path', 400),
    ],
    unique: {
      uq_organisation_code: ['code'],
    },
    index: {
      ix_organisation_path: ['path'],
      ix_organisation_parent: ['parent_id'],
    },
    references: {
      fk_organisation_parent: ['parent_id', 'organisation.id'],
    },
  };
}
