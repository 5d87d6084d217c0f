import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { AccessNews } from './access-news.js';
import { PasswordHashing } from './password-hashing.js';
import { Passwords } from './passwords.js';
import { digest } from './sessions.js';
import { SignInLocks } from './sign-in-locks.js';

/** Who has a session is no stranger, wherever the last sign-in came from. */
const KNOWN = true;

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
}

/** A person's new password, chosen by himself. */
@Injectable()
export class ChangeOwnPassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly hashing: PasswordHashing,
    private readonly passwords: Passwords,
    private readonly locks: SignInLocks,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Ends the other sessions. Wrong present passwords count as failed sign-ins: whoever finds a screen open may not guess.
   * @param token of the session that stays
   * @throws DomainError `password-wrong`, `account-locked`, `password-…`; `forbidden` for a machine, which has none
   */
  async execute(user: CurrentUser, token: string, change: PasswordChange, remoteAddress: string): Promise<void> {
    const account = await this.accounts.byId(this.uow.reader, user.userId);
    if (account === null) throw new DomainError('forbidden');
    const attempt = { username: account.username, account, remoteAddress };
    await this.locks.countAttempt(attempt, KNOWN);
    if (!(await this.hashing.verify(account.passwordHash, change.current))) throw new DomainError('password-wrong');
    await this.uow.run((manager) => this.locks.takeBack(manager, attempt, KNOWN));
    this.passwords.check(change.next, account.username);
    await this.passwords.checkUnused(account, change.next);
    const passwordHash = await this.hashing.hash(change.next);
    await this.uow.run(async (manager) => {
      await this.passwords.store(manager, account, passwordHash, false);
      await this.sessions.removeOthersOf(manager, account.id, digest(token));
      this.news.changed(account.id);
      const entry: AuditRecord = {
        actor: account.username,
        action: 'identity.change-password',
        subject: `user/${account.id}`,
      };
      await this.audit.record(manager, { ...entry, remoteAddress });
    });
  }
}
