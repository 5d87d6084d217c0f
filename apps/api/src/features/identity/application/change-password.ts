import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { passwordSetByOther } from './account.events.js';
import { AccessNews } from './access-news.js';
import { PasswordHashing } from './password-hashing.js';
import { Passwords } from './passwords.js';
import { SignInLocks } from './sign-in-locks.js';

interface Choice {
  /** The person has to choose another one first, because somebody else knows this one. */
  readonly mustChange?: boolean;
  readonly remoteAddress?: string | null;
}

/** A password set for somebody else, who may have forgotten it. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly hashing: PasswordHashing,
    private readonly passwords: Passwords,
    private readonly locks: SignInLocks,
    private readonly events: DomainEvents,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Sets a password, ends all sessions of the account and lifts its lock.
   * @param actor username of the person who sets it, or `system`
   * @throws DomainError `user-unknown`, `password-…`
   */
  async execute(username: string, password: string, actor: string, choice: Choice = {}): Promise<void> {
    const { mustChange = false, remoteAddress = null } = choice;
    this.passwords.check(password, username);
    const passwordHash = await this.hashing.hash(password);
    await this.uow.run(async (manager) => {
      const account = await this.accounts.byUsername(manager, username);
      if (account === null) throw new DomainError('user-unknown', { username });
      await this.passwords.store(manager, account, passwordHash, mustChange);
      await this.sessions.removeAllOf(manager, account.id);
      this.news.changed(account.id);
      await this.locks.forget(manager, username);
      await this.audit.record(manager, {
        actor,
        action: 'identity.change-password',
        subject: `user/${account.id}`,
        after: { mustChange },
        remoteAddress,
      });
      await this.events.publish(manager, passwordSetByOther({ userId: account.id, actor }));
    });
  }
}
