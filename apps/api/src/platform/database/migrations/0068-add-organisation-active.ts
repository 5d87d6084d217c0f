import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { flag } from './create-table.js';

export class AddOrganisationActive1767225600068 extends AddColumns {
  override readonly name = 'AddOrganisationActive1767225600068';
  protected override readonly table = 'organisation';
  protected override readonly plan: ColumnsPlan = {
    columns: [backfilled(flag('active'), '1')],
  };
}
