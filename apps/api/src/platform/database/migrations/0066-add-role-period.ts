import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, day } from './create-table.js';

export class AddRolePeriod1767225600066 extends AddColumns {
  override readonly name = 'AddRolePeriod1767225600066';
  protected override readonly table = 'user_role';
  protected override readonly plan: ColumnsPlan = {
    columns: [day('valid_from', OPTIONAL), day('valid_until', OPTIONAL)],
  };
}
