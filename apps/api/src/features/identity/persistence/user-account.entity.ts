import { Entity, Unique } from 'typeorm';
import { BooleanColumn, IdColumn, InstantColumn, StringColumn } from '../../../platform/database/columns.js';

/** A person who may sign in. Never deleted: audit rows and reports name them. */
@Entity('user_account')
@Unique('uq_user_account_username', ['username'])
export class UserAccount {
  @IdColumn()
  id: string;

  @StringColumn(64)
  username: string;

  @StringColumn(100)
  displayName: string;

  /** Argon2 PHC string; the password itself is never stored. */
  @StringColumn(255)
  passwordHash: string;

  @BooleanColumn()
  active: boolean;

  @InstantColumn()
  createdAt: string;

  @InstantColumn()
  passwordChangedAt: string;

  /** The password was chosen by somebody else and is good for choosing one's own only. */
  @BooleanColumn()
  mustChangePassword: boolean;

  @InstantColumn({ nullable: true })
  lastSignInAt: string | null;

  /** Network address of the last sign-in. */
  @StringColumn(64, { nullable: true })
  lastSignInAddress: string | null;
}
