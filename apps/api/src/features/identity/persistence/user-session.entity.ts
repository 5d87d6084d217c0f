import { Entity, Index } from 'typeorm';
import { IdColumn, IdOfColumn, InstantColumn, References, StringColumn } from '../../../platform/database/columns.js';

/**
 * How a person showed who they are: by the password here, by one that somebody else had set and knows (good for choosing
 * one's own only), or by single sign-on.
 */
export const SIGN_IN_METHODS = ['password', 'given-password', 'oidc'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** A sign-in that is still good. The row holds only a digest: whoever reads the table cannot take a session over. */
@Entity('user_session')
@Index('ix_user_session_user', ['userId'])
@Index('ix_user_session_expires', ['expiresAt'])
export class UserSession {
  /** SHA-256 of the cookie's token, hexadecimal. */
  @IdColumn(64)
  id: string;

  @IdOfColumn()
  @References('UserAccount', 'fk_user_session_user')
  userId: string;

  @InstantColumn()
  createdAt: string;

  @InstantColumn()
  lastSeenAt: string;

  @InstantColumn()
  expiresAt: string;

  @StringColumn(64, { nullable: true })
  remoteAddress: string | null;

  @StringColumn(16)
  method: SignInMethod;
}
