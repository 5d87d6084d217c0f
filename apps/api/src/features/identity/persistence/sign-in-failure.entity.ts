import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn } from '../../../platform/database/columns.js';

/** Failed sign-ins of one name, whether or not anybody has it, so that a lock does not tell which names exist. */
@Entity('sign_in_failure')
@Index('ix_sign_in_failure_last_failed', ['lastFailedAt'])
export class SignInFailure {
  /** In small letters. */
  @IdColumn(64)
  username: string;

  @IntegerColumn()
  failures: number;

  @InstantColumn()
  lastFailedAt: string;

  @InstantColumn({ nullable: true })
  lockedUntil: string | null;
}
