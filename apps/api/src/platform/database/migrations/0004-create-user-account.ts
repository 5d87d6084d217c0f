import { CreateTable, flag, id, instant, string, type TablePlan } from './create-table.js';

export class CreateUserAccount1767225600004 extends CreateTable {
  override readonly name = 'CreateUserAccount1767225600004';
  protected override readonly table = 'user_account';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('username', 64),
      string('display_name', 100),
      string('password_hash', 255),
      flag('active'),
      instant('created_at'),
    ],
    unique: {
      uq_user_account_username: ['username'],
    },
  };
}
