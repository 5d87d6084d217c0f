import { AddColumns, type ColumnsPlan } from './add-columns.js';
import { OPTIONAL, string, whole } from './create-table.js';

/** `seq` and `hash` are filled by the next step and obligatory from the one after. */
export class AddAuditEntryChain1767225600051 extends AddColumns {
  override readonly name = 'AddAuditEntryChain1767225600051';
  protected override readonly table = 'audit_entry';
  protected override readonly plan: ColumnsPlan = {
    columns: [string('on_behalf_of', 64, OPTIONAL), whole('seq', OPTIONAL), string('hash', 64, OPTIONAL)],
    unique: { uq_audit_entry_seq: ['seq'] },
  };
}
