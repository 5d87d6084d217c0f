import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import type { UserAccount } from '../persistence/user-account.entity.js';

/** Somebody who says a name and has not yet shown to be that person. */
export interface SignInAttempt {
  /** As it was typed. */
  readonly username: string;
  /** Whose name it is; null where nobody has it. */
  readonly account: UserAccount | null;
  readonly remoteAddress: string;
}

const UNKNOWN = 'unknown';
const DIGEST_LENGTH = 8;

/**
 * What the trail says of attempts to sign in that failed. A name that nobody has is never written there: people type
 * their password into the wrong field, and entries stay for ever.
 */
@Injectable()
export class SignInTrail {
  /** Of this process and kept nowhere, so that no list of passwords can be tried on the digests later. */
  private readonly key = randomBytes(32);

  constructor(private readonly audit: AuditLog) {}

  failed(manager: EntityManager, { username, account, remoteAddress }: SignInAttempt): Promise<void> {
    const after = account === null ? { typedName: this.digestOf(username) } : null;
    return this.record(manager, 'identity.sign-in-failed', account, remoteAddress, after);
  }

  /** @param refusal code with which it was refused without looking at the password */
  refused(
    manager: EntityManager,
    { account, remoteAddress }: Pick<SignInAttempt, 'account' | 'remoteAddress'>,
    refusal: string,
  ): Promise<void> {
    return this.record(manager, 'identity.sign-in-refused', account, remoteAddress, { refusal });
  }

  /** Somebody whom the issuer of single sign-on vouches for, and who has no open account here. */
  unknownToUs(manager: EntityManager, { username, account, remoteAddress }: SignInAttempt): Promise<void> {
    const after = account === null ? { by: 'oidc', name: username } : { by: 'oidc' };
    return this.record(manager, 'identity.sign-in-failed', account, remoteAddress, after);
  }

  private record(
    manager: EntityManager,
    action: 'identity.sign-in-failed' | 'identity.sign-in-refused',
    account: UserAccount | null,
    remoteAddress: string,
    after: object | null,
  ): Promise<void> {
    const entry: AuditRecord = {
      actor: account?.username ?? UNKNOWN,
      action,
      subject: `user/${account?.id ?? UNKNOWN}`,
      after,
      remoteAddress,
    };
    return this.audit.record(manager, entry);
  }

  /** Tells whether one unknown name was tried again or another one. */
  private digestOf(username: string): string {
    return createHmac('sha256', this.key).update(username).digest('hex').slice(0, DIGEST_LENGTH);
  }
}
