import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AccountRepository, type UserAccount } from '../../identity/index.js';
import { PeopleIdsQuery } from '../persistence/people.query.js';

/**
 * Whose account a person may touch: an administrator manages those whose roles all lie where he does, and nobody touches
 * his own.
 */
@Injectable()
export class ManagedPeople {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly ids: PeopleIdsQuery,
  ) {}

  /** @throws DomainError `not-found` also for people outside the caller's reach, so that nobody learns of them */
  async require(user: CurrentUser, userId: string): Promise<UserAccount> {
    const account = await this.accounts.byId(this.uow.reader, userId);
    if (account === null || !(await this.ids.isManagedBy(scopeOf(user, 'users.manage'), userId))) {
      throw new DomainError('not-found');
    }
    return account;
  }

  /** The same, of somebody else. @throws DomainError `not-found`, `own-account` */
  async requireOther(user: CurrentUser, userId: string): Promise<UserAccount> {
    if (userId === user.userId) throw new DomainError('own-account');
    return this.require(user, userId);
  }

  /** Organisations where the person has a business role that is not handed over already. */
  async businessOf(userId: string): Promise<readonly string[]> {
    const roles = await this.accounts.rolesOf(this.uow.reader, userId);
    const kept = roles.filter(({ role, validUntil }) => role !== 'admin' && validUntil === null);
    return [...new Set(kept.map(({ organisationId }) => organisationId))];
  }
}
