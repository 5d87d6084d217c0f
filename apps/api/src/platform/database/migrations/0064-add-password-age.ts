import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, flag, instant } from './create-table.js';

/** Passwords that are there already age from the upgrade on: nobody is shut out by it, and the trail tells no older day. */
export class AddPasswordAge1767225600064 extends AddColumns {
  override readonly name = 'AddPasswordAge1767225600064';
  protected override readonly table = 'user_account';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(instant('password_changed_at'), `'${new Date().toISOString()}'`),
      backfilled(flag('must_change_password'), '0'),
      instant('last_sign_in_at', OPTIONAL),
    ],
  };
}
