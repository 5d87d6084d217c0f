import { CreateTable, OPTIONAL, id, instant, string, text, type TablePlan } from './create-table.js';

export class CreateAuditEntry1767225600007 extends CreateTable {
  override readonly name = 'CreateAuditEntry1767225600007';
  protected override readonly table = 'audit_entry';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      instant('at'),
      string('actor', 64),
      string('action', 64),
      string('subject', 200),
      text('before_value', OPTIONAL),
      text('after_value', OPTIONAL),
      string('remote_address', 64, OPTIONAL),
    ],
    index: {
      ix_audit_entry_actor: ['actor'],
      ix_audit_entry_subject: ['subject'],
      ix_audit_entry_at: ['at'],
    },
  };
}
