import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, StringColumn } from '../../../platform/database/columns.js';

/** The one row that tells how long the audit trail is and how it ends. */
@Entity('audit_chain')
export class AuditChainHead {
  @PrimaryColumn({ type: 'int' })
  id: number;

  /** `seq` of the last entry; 0 where there is none. */
  @IntegerColumn()
  seq: number;

  /** `hash` of the last entry. */
  @StringColumn(64)
  hash: string;
}
