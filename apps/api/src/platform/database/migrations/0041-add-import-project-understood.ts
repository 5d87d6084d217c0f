import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, text } from './create-table.js';

export class AddImportProjectUnderstood1767225600041 extends AddColumns {
  override readonly name = 'AddImportProjectUnderstood1767225600041';
  protected override readonly table = 'import_project';
  protected override readonly plan: ColumnsPlan = {
    columns: [text('understood', OPTIONAL)],
  };
}
