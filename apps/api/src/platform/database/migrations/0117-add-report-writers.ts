import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { text } from './create-table.js';

export class AddReportWriters1767225600117 extends AddColumns {
  override readonly name = 'AddReportWriters1767225600117';
  protected override readonly table = 'project_report';
  protected override readonly plan: ColumnsPlan = { columns: [backfilled(text('written_by'), `'[]'`)] };
}
