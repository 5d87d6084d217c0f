import { Injectable } from '@nestjs/common';
import { permissionsOf, type Permission } from '@jixiao/domain';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser, Deputyship, Scope } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AccountRepository } from '../persistence/account.repository.js';
import { DelegationRepository } from '../persistence/delegation.repository.js';
import type { UserRole } from '../persistence/user-role.entity.js';
import type { SignInMethod } from '../persistence/user-session.entity.js';
import { OrganisationDirectory, type DirectoryEntry } from './organisation-directory.js';
import { Passwords } from './passwords.js';
import { isInForce } from './roles-in-force.js';
import { Sessions } from './sessions.js';

/** A role that counts today; borrowed ones name whose they are. */
type CountingRole = Pick<UserRole, 'role' | 'organisationId'> & { readonly onBehalfOf?: string };

/** Who a session token belongs to, and what that person may do where. */
@Injectable()
export class Authentication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly accounts: AccountRepository,
    private readonly delegations: DelegationRepository,
    private readonly passwords: Passwords,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /**
   * Null where the token is unknown, the session has ended, or the account was closed.
   * @param isUse false where nobody is at the screen
   */
  async userOf(token: string, isUse: boolean): Promise<CurrentUser | null> {
    const session = await this.sessions.good(token, isUse);
    return session === null ? null : this.describe(session.userId, session.method);
  }

  /** Who came by single sign-on has no password here to change. */
  async describe(userId: string, method: SignInMethod): Promise<CurrentUser | null> {
    const account = await this.accounts.byId(this.uow.reader, userId);
    if (account?.active !== true) return null;
    const own = await this.ownRoles(userId);
    // Whoever manages people and settings does no business, not even for others.
    const borrowed = own.some(({ role }) => role === 'admin') ? [] : await this.borrowedRoles(userId);
    const roles = [...own, ...borrowed];
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    const held = roles.map((role) => ({ ...role, organisationName: places.get(role.organisationId)?.name ?? '' }));
    const { username, displayName } = account;
    return {
      userId,
      username,
      displayName,
      roles: held,
      scope: scopeOfRoles(roles, places),
      actsFor: [...new Set(borrowed.map(({ onBehalfOf }) => onBehalfOf))],
      ...(borrowed.length > 0 ? { deputyship: deputyshipOf(own, borrowed, places) } : {}),
      passwordDue: method === 'oidc' ? null : this.passwords.dueOf(account),
    };
  }

  private async ownRoles(userId: string): Promise<Pick<UserRole, 'role' | 'organisationId'>[]> {
    const today = this.clock.today();
    const roles = await this.accounts.rolesOf(this.uow.reader, userId);
    return roles.filter((role) => isInForce(role, today)).map(({ role, organisationId }) => ({ role, organisationId }));
  }

  /**
   * The business roles of those whose deputy the person is today. Only their own: what somebody has as a deputy himself
   * goes no further, and managing people and settings is never lent.
   */
  private async borrowedRoles(userId: string): Promise<Required<CountingRole>[]> {
    const { reader } = this.uow;
    const delegations = await this.delegations.inForceFor(reader, userId, this.clock.today());
    const borrowed: Required<CountingRole>[] = [];
    for (const { fromUserId } of delegations) {
      const principal = await this.accounts.byId(reader, fromUserId);
      if (principal?.active !== true) continue;
      const roles = (await this.ownRoles(fromUserId)).filter(({ role }) => role !== 'admin');
      borrowed.push(...roles.map((role) => ({ ...role, onBehalfOf: principal.username })));
    }
    return borrowed;
  }
}

/** For each permission the paths below which any of the roles grants it. */
function scopeOfRoles(roles: readonly CountingRole[], places: ReadonlyMap<string, DirectoryEntry>): Scope {
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

/** The same apart for the person himself and for each of those who have lent roles. */
function deputyshipOf(
  own: readonly CountingRole[],
  borrowed: readonly Required<CountingRole>[],
  places: ReadonlyMap<string, DirectoryEntry>,
): Deputyship {
  const usernames = [...new Set(borrowed.map(({ onBehalfOf }) => onBehalfOf))];
  const lenders = usernames.map((username) => {
    const lent = borrowed.filter(({ onBehalfOf }) => onBehalfOf === username);
    return { username, scope: scopeOfRoles(lent, places) };
  });
  return { own: scopeOfRoles(own, places), lenders };
}
