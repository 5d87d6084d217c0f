import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, JsonColumn, StringColumn } from '../../../platform/database/columns.js';

/** What was done, by whom, to what. Append-only. */
@Entity('audit_entry')
@Index('ix_audit_entry_at', ['at'])
@Index('ix_audit_entry_subject', ['subject'])
@Index('ix_audit_entry_actor', ['actor'])
export class AuditEntry {
  @IdColumn()
  id: string;

  @InstantColumn()
  at: string;

  @StringColumn(64)
  actor: string;

  @StringColumn(64)
  action: string;

  @StringColumn(200)
  subject: string;

  @JsonColumn({ nullable: true, name: 'before_value' })
  before: unknown;

  @JsonColumn({ nullable: true, name: 'after_value' })
  after: unknown;

  @StringColumn(64, { nullable: true })
  remoteAddress: string | null;
}
