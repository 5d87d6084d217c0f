import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string } from './create-table.js';

export class AddJobPrincipal1767225600152 extends AddColumns {
  override readonly name = 'AddJobPrincipal1767225600152';
  protected override readonly table = 'job_run';
  protected override readonly plan: ColumnsPlan = {
    columns: [string('requested_for', 64, OPTIONAL)],
  };
}
