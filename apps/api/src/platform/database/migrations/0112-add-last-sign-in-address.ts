import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string } from './create-table.js';

export class AddLastSignInAddress1767225600112 extends AddColumns {
  override readonly name = 'AddLastSignInAddress1767225600112';
  protected override readonly table = 'user_account';
  protected override readonly plan: ColumnsPlan = {
    columns: [string('last_sign_in_address', 64, OPTIONAL)],
  };
}
