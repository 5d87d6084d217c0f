import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, text } from './create-table.js';

export class AddJobFailure1767225600040 extends AddColumns {
  override readonly name = 'AddJobFailure1767225600040';
  protected override readonly table = 'job_run';
  protected override readonly plan: ColumnsPlan = {
    columns: [text('failure', OPTIONAL)],
  };
}
