import { AddColumns, backfilled, type ColumnsPlan } from './add-columns.js';
import { flag, instant, OPTIONAL, string, text, whole } from './create-table.js';

export class AddReportApproval1767225600056 extends AddColumns {
  override readonly name = 'AddReportApproval1767225600056';
  protected override readonly table = 'project_report';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      instant('approved_at', OPTIONAL),
      string('approved_by', 64, OPTIONAL),
      backfilled(flag('self_approved'), '0'),
      backfilled(text('anomalies'), "'[]'"),
      whole('changed_fields', OPTIONAL),
    ],
  };
}
