import { Injectable } from '@nestjs/common';
import type { Role } from '@jixiao/domain';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { UserAccount } from '../persistence/user-account.entity.js';
import { UserRole } from '../persistence/user-role.entity.js';
import { OrganisationDirectory } from './organisation-directory.js';
import { PasswordHashing } from './password-hashing.js';
import { passwordFault } from './password-rules.js';

export interface NewUser {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly { readonly role: Role; readonly organisationCode: string }[];
  /** Username of the person who adds it, or `system`. */
  readonly addedBy: string;
}

const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

@Injectable()
export class AddUser {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly hashing: PasswordHashing,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the new account's id
   * @throws DomainError `username-invalid`, `username-taken`, `password-…`, `organisation-unknown`
   */
  async execute(user: NewUser): Promise<string> {
    if (!USERNAME.test(user.username)) throw new DomainError('username-invalid');
    const fault = passwordFault(user.password, user.username);
    if (fault !== null) throw DomainError.of(fault);
    const account = Object.assign(new UserAccount(), {
      id: newId(),
      username: user.username,
      displayName: user.displayName,
      passwordHash: await this.hashing.hash(user.password),
      active: true,
      createdAt: this.clock.now(),
    });
    const roles = await this.rolesFor(account.id, user.roles);
    await this.uow.run(async (manager) => {
      if ((await this.accounts.byUsername(manager, user.username)) !== null) {
        throw new DomainError('username-taken', { username: user.username });
      }
      await this.accounts.add(manager, account, roles);
      const after = { username: user.username, displayName: user.displayName, roles: user.roles };
      await this.audit.record(manager, {
        actor: user.addedBy,
        action: 'identity.add-user',
        subject: `user/${account.id}`,
        after,
      });
    });
    return account.id;
  }

  private async rolesFor(userId: string, wanted: NewUser['roles']): Promise<UserRole[]> {
    const roles: UserRole[] = [];
    for (const { role, organisationCode } of wanted) {
      const organisation = await this.organisations.byCode(organisationCode);
      if (organisation === null) throw new DomainError('organisation-unknown', { organisation: organisationCode });
      roles.push(Object.assign(new UserRole(), { id: newId(), userId, role, organisationId: organisation.id }));
    }
    return roles;
  }
}
