import { CreateTable, OPTIONAL, id, idOf, instant, string, type TablePlan } from './create-table.js';

export class CreateUserSession1767225600006 extends CreateTable {
  override readonly name = 'CreateUserSession1767225600006';
  protected override readonly table = 'user_session';
  protected override readonly plan: TablePlan = {
    columns: [
      id('id', 64),
      idOf('user_id'),
      instant('created_at'),
      instant('last_seen_at'),
      instant('expires_at'),
      string('remote_address', 64, OPTIONAL),
    ],
    index: {
      ix_user_session_expires: ['expires_at'],
      ix_user_session_user: ['user_id'],
    },
    references: {
      fk_user_session_user: ['user_id', 'user_account.id'],
    },
  };
}
