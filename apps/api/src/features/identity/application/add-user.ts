import { Injectable } from '@nestjs/common';
import { dutyConflicts, type Role } from '@jixiao/domain';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { UserAccount } from '../persistence/user-account.entity.js';
import type { UserRole } from '../persistence/user-role.entity.js';
import { nameKey } from './name-key.js';
import { newRole } from './new-role.js';
import { OrganisationDirectory } from './organisation-directory.js';
import { PasswordHashing } from './password-hashing.js';
import { Passwords } from './passwords.js';
import { isReservedName } from './reserved-names.js';

export interface NewUser {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly roles: readonly { readonly role: Role; readonly organisationCode: string }[];
  /** Username of the person who adds it, or `system`. */
  readonly addedBy: string;
  /** The person has to choose another password at the first sign-in, because somebody else knows this one. */
  readonly mustChangePassword?: boolean;
  readonly remoteAddress?: string | null;
}

const USERNAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

@Injectable()
export class AddUser {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly hashing: PasswordHashing,
    private readonly passwords: Passwords,
    private readonly organisations: OrganisationDirectory,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the new account's id
   * @throws DomainError `username-invalid`, `username-reserved`, `username-taken`; `username-similar` where a name differs
   *   only in capitals or the width of letters; `password-…`, `organisation-unknown`; `duties-mixed` for an
   *   administrator with business roles
   */
  async execute(user: NewUser): Promise<string> {
    if (isReservedName(user.username)) throw new DomainError('username-reserved', { username: user.username });
    if (!USERNAME.test(user.username)) throw new DomainError('username-invalid');
    this.passwords.check(user.password, user.username);
    const now = this.clock.now();
    const account = Object.assign(new UserAccount(), {
      id: newId(),
      username: user.username,
      displayName: user.displayName,
      passwordHash: await this.hashing.hash(user.password),
      active: true,
      createdAt: now,
      passwordChangedAt: now,
      mustChangePassword: user.mustChangePassword ?? false,
      lastSignInAt: null,
      lastSignInAddress: null,
    } satisfies UserAccount);
    const roles = await this.rolesFor(account.id, user.roles);
    await this.uow.run(async (manager) => {
      await this.requireFree(manager, user.username);
      await this.accounts.add(manager, account, roles);
      const after = { username: user.username, displayName: user.displayName, roles: user.roles };
      await this.audit.record(manager, {
        actor: user.addedBy,
        action: 'identity.add-user',
        subject: `user/${account.id}`,
        after,
        remoteAddress: user.remoteAddress ?? null,
      });
    });
    return account.id;
  }

  private async requireFree(manager: EntityManager, username: string): Promise<void> {
    const taken = await this.accounts.usernames(manager);
    if (taken.includes(username)) throw new DomainError('username-taken', { username });
    const key = nameKey(username);
    if (taken.some((name) => nameKey(name) === key)) throw new DomainError('username-similar', { username });
  }

  private async rolesFor(userId: string, wanted: NewUser['roles']): Promise<UserRole[]> {
    const roles: UserRole[] = [];
    const placed: { role: Role; path: string }[] = [];
    for (const { role, organisationCode } of wanted) {
      const organisation = await this.organisations.byCode(organisationCode);
      if (organisation === null) throw new DomainError('organisation-unknown', { organisation: organisationCode });
      roles.push(newRole(userId, role, organisation.id));
      placed.push({ role, path: organisation.path });
    }
    if (dutyConflicts(placed).includes('admin-with-business')) throw new DomainError('duties-mixed');
    return roles;
  }
}
