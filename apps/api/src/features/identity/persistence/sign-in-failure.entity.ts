import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn } from '../../../platform/database/columns.js';

export const EVERYWHERE = '';

/**
 * Failed sign-ins with one name from one address, or from everywhere. Kept whether or not anybody has the name, so that a
 * lock does not tell which names exist.
 */
@Entity('sign_in_failure')
@Index('ix_sign_in_failure_last_failed', ['lastFailedAt'])
export class SignInFailure {
  /** As `nameKey` writes it. */
  @IdColumn(64)
  username: string;

  /** `EVERYWHERE` in the row that counts all strangers together. */
  @IdColumn(64)
  remoteAddress: string;

  @IntegerColumn()
  failures: number;

  @InstantColumn()
  lastFailedAt: string;

  @InstantColumn({ nullable: true })
  lockedUntil: string | null;
}
