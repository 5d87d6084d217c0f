import { CreateTable, id, idOf, instant, string, type TablePlan } from './create-table.js';

export class CreateFormerPassword1767225600065 extends CreateTable {
  override readonly name = 'CreateFormerPassword1767225600065';
  protected override readonly table = 'former_password';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('user_id'), string('password_hash', 255), instant('replaced_at')],
    index: {
      ix_former_password_user: ['user_id'],
    },
    references: {
      fk_former_password_user: ['user_id', 'user_account.id'],
    },
  };
}
