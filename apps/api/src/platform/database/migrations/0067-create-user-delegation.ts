import { CreateTable, OPTIONAL, day, id, idOf, instant, string, type TablePlan } from './create-table.js';

export class CreateUserDelegation1767225600067 extends CreateTable {
  override readonly name = 'CreateUserDelegation1767225600067';
  protected override readonly table = 'user_delegation';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      idOf('from_user_id'),
      idOf('to_user_id'),
      day('from_day'),
      day('until_day'),
      string('reason', 200),
      string('created_by', 64),
      instant('created_at'),
      instant('ended_at', OPTIONAL),
      string('ended_by', 64, OPTIONAL),
    ],
    index: {
      ix_user_delegation_from: ['from_user_id'],
      ix_user_delegation_to: ['to_user_id'],
    },
    references: {
      fk_user_delegation_from: ['from_user_id', 'user_account.id'],
      fk_user_delegation_to: ['to_user_id', 'user_account.id'],
    },
  };
}
