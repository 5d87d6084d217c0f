import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditAction } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { UserAccount } from '../persistence/user-account.entity.js';
import { PasswordHashing } from './password-hashing.js';
import { Sessions } from './sessions.js';
import { SignInThrottle } from './sign-in-throttle.js';

export interface SignedIn {
  readonly userId: string;
  readonly token: string;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly hashing: PasswordHashing,
    private readonly throttle: SignInThrottle,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  /**
   * An unknown name, a closed account and a wrong password are one and the same refusal, after the same time.
   * @throws DomainError `sign-in-failed`, `too-many-attempts`
   */
  async execute(username: string, password: string, remoteAddress: string): Promise<SignedIn> {
    this.throttle.check(username, remoteAddress);
    this.throttle.countAttempt(username, remoteAddress);
    const account = await this.accounts.byUsername(this.uow.reader, username);
    if (!(await this.isRight(account, password)) || account === null) {
      await this.record('identity.sign-in-failed', username, account, remoteAddress);
      throw new DomainError('sign-in-failed');
    }
    this.throttle.forget(username, remoteAddress);
    await this.record('identity.sign-in', username, account, remoteAddress);
    return { userId: account.id, token: await this.sessions.open(account.id, remoteAddress) };
  }

  private isRight(account: UserAccount | null, password: string): Promise<boolean> {
    if (account?.active !== true) return this.hashing.verifyNobody(password);
    return this.hashing.verify(account.passwordHash, password);
  }

  private record(
    action: AuditAction,
    actor: string,
    account: UserAccount | null,
    remoteAddress: string,
  ): Promise<void> {
    const subject = `user/${account?.id ?? 'unknown'}`;
    return this.uow.run((manager) => this.audit.record(manager, { actor, action, subject, remoteAddress }));
  }
}
