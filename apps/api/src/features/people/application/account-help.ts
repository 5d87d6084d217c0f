import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { AccessNews, ChangePassword, firstPassword, SessionRepository, SignInLocks } from '../../identity/index.js';
import type { FirstPassword } from '../http/people.dto.js';
import { ManagedPeople } from './managed-people.js';

/** What an administrator does for somebody who cannot sign in, or should not be. */
@Injectable()
export class AccountHelp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly managed: ManagedPeople,
    private readonly changePassword: ChangePassword,
    private readonly locks: SignInLocks,
    private readonly sessions: SessionRepository,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Sets a password that the person has to change at the next sign-in, ends the sessions and lifts a lock.
   * @throws DomainError `not-found`, `own-account`: the own password is changed by its own page
   */
  async resetPassword(user: CurrentUser, userId: string, remoteAddress: string): Promise<FirstPassword> {
    const { username } = await this.managed.requireOther(user, userId);
    const password = firstPassword();
    await this.changePassword.execute(username, password, user.username, { mustChange: true, remoteAddress });
    return { id: userId, password };
  }

  /** Lifts the lock of too many wrong passwords; done also where there is none. @throws DomainError `not-found` */
  async unlock(user: CurrentUser, userId: string, remoteAddress: string): Promise<void> {
    const { username } = await this.managed.require(user, userId);
    await this.uow.run(async (manager) => {
      if (!(await this.locks.forget(manager, username))) return;
      const entry: AuditRecord = { actor: user.username, action: 'people.unlock', subject: `user/${userId}` };
      await this.audit.record(manager, { ...entry, remoteAddress });
    });
  }

  /** Signs a person out everywhere. @throws DomainError `not-found`, `own-account` */
  async endSessions(user: CurrentUser, userId: string, remoteAddress: string): Promise<void> {
    await this.managed.requireOther(user, userId);
    await this.uow.run(async (manager) => {
      await this.sessions.removeAllOf(manager, userId);
      this.news.changed(userId);
      const entry: AuditRecord = { actor: user.username, action: 'people.end-sessions', subject: `user/${userId}` };
      await this.audit.record(manager, { ...entry, remoteAddress });
    });
  }
}
