import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, text } from './create-table.js';

export class AddDifferenceNote1767225600036 extends AddColumns {
  override readonly name = 'AddDifferenceNote1767225600036';
  protected override readonly table = 'project_report';
  protected override readonly plan: ColumnsPlan = {
    columns: [text('difference_note', OPTIONAL)],
  };
}
