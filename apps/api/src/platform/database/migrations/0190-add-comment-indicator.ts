import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { idOf, OPTIONAL, string } from './create-table.js';

export class AddCommentIndicator1767225600190 extends AddColumns {
  override readonly name = 'AddCommentIndicator1767225600190';
  protected override readonly table = 'project_comment';
  protected override readonly plan: ColumnsPlan = {
    columns: [idOf('indicator_id', OPTIONAL), string('indicator_name', 300, OPTIONAL)],
  };
}
