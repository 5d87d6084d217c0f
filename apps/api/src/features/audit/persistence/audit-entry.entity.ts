import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
} from '../../../platform/database/columns.js';

/** What was done, by whom, to what. Append-only; each row is tied to the one before by its hash. */
@Entity('audit_entry')
@Unique('uq_audit_entry_seq', ['seq'])
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

  /** Username of the person whose deputy the actor was. */
  @StringColumn(64, { nullable: true })
  onBehalfOf: string | null;

  /** Place in the trail: 1, 2, 3 … without gaps, in the order of the commits. */
  @IntegerColumn()
  seq: number;

  /** `chainedHash` of this row and the `hash` of the one before. */
  @StringColumn(64)
  hash: string;
}
