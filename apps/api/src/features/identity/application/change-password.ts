import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { SessionRepository } from '../persistence/session.repository.js';
import { PasswordHashing } from './password-hashing.js';
import { passwordFault } from './password-rules.js';

@Injectable()
export class ChangePassword {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly hashing: PasswordHashing,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Sets a password and ends all sessions of the account.
   * @param actor username of the person who sets it, or `system`
   * @throws DomainError `user-unknown`, `password-…`
   */
  async execute(username: string, password: string, actor: string): Promise<void> {
    const fault = passwordFault(password, username);
    if (fault !== null) throw DomainError.of(fault);
    const passwordHash = await this.hashing.hash(password);
    await this.uow.run(async (manager) => {
      const account = await this.accounts.byUsername(manager, username);
      if (account === null) throw new DomainError('user-unknown', { username });
      await this.accounts.changePassword(manager, account.id, passwordHash);
      await this.sessions.removeAllOf(manager, account.id);
      await this.audit.record(manager, {
        actor,
        action: 'identity.change-password',
        subject: `user/${account.id}`,
      });
    });
  }
}
