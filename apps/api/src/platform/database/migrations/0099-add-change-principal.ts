import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string } from './create-table.js';

export class AddChangePrincipal1767225600099 extends AddColumns {
  override readonly name = 'AddChangePrincipal1767225600099';
  protected override readonly table = 'target_change';
  protected override readonly plan: ColumnsPlan = {
    columns: [string('proposed_for', 64, OPTIONAL)],
  };
}
