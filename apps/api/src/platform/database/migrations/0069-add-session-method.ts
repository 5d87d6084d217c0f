import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { string } from './create-table.js';

export class AddSessionMethod1767225600069 extends AddColumns {
  override readonly name = 'AddSessionMethod1767225600069';
  protected override readonly table = 'user_session';
  protected override readonly plan: ColumnsPlan = {
    columns: [backfilled(string('method', 16), `'password'`)],
  };
}
