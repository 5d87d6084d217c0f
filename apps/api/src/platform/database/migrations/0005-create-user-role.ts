import { CreateTable, id, idOf, string, type TablePlan } from './create-table.js';

export class CreateUserRole1767225600005 extends CreateTable {
  override readonly name = 'CreateUserRole1767225600005';
  protected override readonly table = 'user_role';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('user_id'), string('role', 32), idOf('organisation_id')],
    unique: {
      uq_user_role_user_role_organisation: ['user_id', 'role', 'organisation_id'],
    },
    index: {
      ix_user_role_organisation: ['organisation_id'],
    },
    references: {
      fk_user_role_user: ['user_id', 'user_account.id'],
      fk_user_role_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
