import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { string, whole } from './create-table.js';

export class RequireAuditEntryChain1767225600053 extends AddColumns {
  override readonly name = 'RequireAuditEntryChain1767225600053';
  protected override readonly table = 'audit_entry';
  protected override readonly plan: ColumnsPlan = {
    columns: [],
    required: [whole('seq'), string('hash', 64)],
  };
}
