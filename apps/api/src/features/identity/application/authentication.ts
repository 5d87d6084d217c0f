import { Injectable } from '@nestjs/common';
import { permissionsOf, type Permission } from '@jixiao/domain';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { AccountRepository } from '../persistence/account.repository.js';
import type { UserRole } from '../persistence/user-role.entity.js';
import { OrganisationDirectory, type DirectoryEntry } from './organisation-directory.js';
import { Sessions } from './sessions.js';

/** Who a session token belongs to, and what that person may do where. */
@Injectable()
export class Authentication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly accounts: AccountRepository,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** Null where the token is unknown, the session has ended, or the account was closed. */
  async userOf(token: string): Promise<CurrentUser | null> {
    const userId = await this.sessions.userOf(token);
    return userId === null ? null : this.describe(userId);
  }

  async describe(userId: string): Promise<CurrentUser | null> {
    const account = await this.accounts.byId(this.uow.reader, userId);
    if (account?.active !== true) return null;
    const roles = await this.accounts.rolesOf(this.uow.reader, userId);
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    const held = roles.map(({ role, organisationId }) => ({
      role,
      organisationId,
      organisationName: places.get(organisationId)?.name ?? '',
    }));
    const { username, displayName } = account;
    return { userId, username, displayName, roles: held, scope: scopeOfRoles(roles, places) };
  }
}

/** For each permission the paths below which any of the roles grants it. */
function scopeOfRoles(
  roles: readonly UserRole[],
  places: ReadonlyMap<string, DirectoryEntry>,
): Partial<Record<Permission, readonly string[]>> {
  const scope: Partial<Record<Permission, string[]>> = {};
  for (const { role, organisationId } of roles) {
    const path = places.get(organisationId)?.path;
    if (path === undefined) continue;
    for (const permission of permissionsOf(role)) {
      const paths = (scope[permission] ??= []);
      if (!paths.includes(path)) paths.push(path);
    }
  }
  return scope;
}
