import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { flag } from './create-table.js';

export class AddOrganisationSelfApproval1767225600055 extends AddColumns {
  override readonly name = 'AddOrganisationSelfApproval1767225600055';
  protected override readonly table = 'organisation';
  protected override readonly plan: ColumnsPlan = {
    columns: [backfilled(flag('self_approval'), '0')],
  };
}
