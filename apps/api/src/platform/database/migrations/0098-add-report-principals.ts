import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string } from './create-table.js';

export class AddReportPrincipals1767225600098 extends AddColumns {
  override readonly name = 'AddReportPrincipals1767225600098';
  protected override readonly table = 'project_report';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      string('submitted_for', 64, OPTIONAL),
      string('approved_for', 64, OPTIONAL),
      string('updated_for', 64, OPTIONAL),
    ],
  };
}
