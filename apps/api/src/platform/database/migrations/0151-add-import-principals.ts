import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string } from './create-table.js';

export class AddImportPrincipals1767225600151 extends AddColumns {
  override readonly name = 'AddImportPrincipals1767225600151';
  protected override readonly table = 'import_batch';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      string('confirmed_for', 64, OPTIONAL),
      string('undone_for', 64, OPTIONAL),
      string('undo_address', 64, OPTIONAL),
    ],
  };
}
