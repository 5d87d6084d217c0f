import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import {
  AccessNews,
  AccountRepository,
  isInForce,
  isNotOver,
  ManageTokens,
  newRole,
  SessionRepository,
  type UserAccount,
  type UserRole,
} from '../../identity/index.js';
import type { PersonChanges, RoleInput } from '../http/people.dto.js';
import { Duties } from './duties.js';
import { GrantableOrganisations } from './grantable-organisations.js';
import { KeepAdministrator } from './keep-administrator.js';
import { ManagedPeople } from './managed-people.js';

/** Name, roles and whether the account is open. */
@Injectable()
export class ChangePerson {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly managed: ManagedPeople,
    private readonly organisations: GrantableOrganisations,
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: ManageTokens,
    private readonly news: AccessNews,
    private readonly duties: Duties,
    private readonly administrators: KeepAdministrator,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `not-found`; `own-account` for the caller's own roles or closing the own account;
   *   `organisation-closed`, `role-beyond-reach`, `duties-mixed`, `last-administrator`
   */
  async execute(user: CurrentUser, userId: string, changes: PersonChanges, remoteAddress: string): Promise<void> {
    const onlyName = changes.active === undefined && changes.addRoles.length + changes.removeRoles.length === 0;
    const account = onlyName ? await this.managed.require(user, userId) : await this.managed.requireOther(user, userId);
    for (const role of changes.addRoles) await this.organisations.require(user, role);
    await this.uow.run(async (manager) => {
      await this.accounts.hold(manager, [userId]);
      const before = await this.accounts.rolesOf(manager, userId);
      await this.changeRoles(manager, account, before, changes);
      const { displayName = account.displayName, active = account.active } = changes;
      await this.accounts.change(manager, userId, { displayName, active });
      if (!active) await this.end(manager, account, { actor: user.username, remoteAddress });
      this.news.changed(userId);
      if (losesAdministrator(before, changes)) await this.administrators.requireOne(manager);
      await this.audit.record(manager, {
        actor: user.username,
        action: 'people.change',
        subject: `user/${userId}`,
        before: stateOf(account, before),
        after: stateOf({ displayName, active }, await this.accounts.rolesOf(manager, userId)),
        remoteAddress,
      });
    });
  }

  /** Whoever is out acts no more, neither at a screen nor by the machines that he gave tokens. */
  private async end(
    manager: EntityManager,
    { id, username }: UserAccount,
    by: { readonly actor: string; readonly remoteAddress: string },
  ): Promise<void> {
    await this.sessions.removeAllOf(manager, id);
    await this.tokens.revokeAllBy(manager, username, by);
  }

  private async changeRoles(
    manager: EntityManager,
    { id }: UserAccount,
    before: readonly UserRole[],
    { addRoles, removeRoles }: PersonChanges,
  ): Promise<void> {
    const unknown = removeRoles.find((roleId) => !before.some((role) => role.id === roleId));
    if (unknown !== undefined) throw new DomainError('not-found');
    const kept = before.filter((role) => !removeRoles.includes(role.id));
    const today = this.clock.today();
    const isHeld = (wanted: RoleInput): boolean =>
      kept.some((role) => isSame(role, wanted) && isInForce(role, today) && role.validUntil === null);
    const added = distinct(addRoles).filter((wanted) => !isHeld(wanted));
    // A row of the same role that is over, ends or begins later gives way to one that counts from now on.
    const replaced = kept.filter((role) => added.some((wanted) => isSame(role, wanted)));
    await this.accounts.removeRoles(manager, [...removeRoles, ...replaced.map((role) => role.id)]);
    const rows = added.map(({ role, organisationId }) => newRole(id, role, organisationId));
    if (rows.length === 0) return;
    await this.duties.checkWithLent(manager, id, [...kept.filter((role) => isNotOver(role, today)), ...rows]);
    await this.accounts.addRoles(manager, rows);
  }
}

const losesAdministrator = (before: readonly UserRole[], { active, removeRoles }: PersonChanges): boolean =>
  before.some(({ id, role }) => role === 'admin' && (active === false || removeRoles.includes(id)));

const isSame = (a: RoleInput, b: RoleInput): boolean => a.role === b.role && a.organisationId === b.organisationId;

const distinct = (roles: readonly RoleInput[]): RoleInput[] =>
  roles.filter((role, place) => roles.findIndex((other) => isSame(role, other)) === place);

const stateOf = (account: Pick<UserAccount, 'displayName' | 'active'>, roles: readonly UserRole[]) => ({
  displayName: account.displayName,
  active: account.active,
  roles: roles.map(({ role, organisationId, validFrom, validUntil }) => ({
    role,
    organisationId,
    ...(validFrom === null ? {} : { validFrom }),
    ...(validUntil === null ? {} : { validUntil }),
  })),
});
