import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import {
  AccessNews,
  AccountRepository,
  isInForce,
  isNotOver,
  newRole,
  OrganisationDirectory,
  type UserAccount,
  type UserRole,
} from '../../identity/index.js';
import type { HandoverInput, HandoverResult } from '../http/people.dto.js';
import { daysAfter } from './days.js';
import { Duties } from './duties.js';
import { GrantableOrganisations } from './grantable-organisations.js';
import { ManagedPeople } from './managed-people.js';
import { workHandedOver } from './people.events.js';

/**
 * Hands a person's roles over to somebody else, at once or from a later day on. Reports that are under way are the unit's
 * and stay where they are: whoever has the role goes on with them.
 */
@Injectable()
export class HandOver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly managed: ManagedPeople,
    private readonly accounts: AccountRepository,
    private readonly grantable: GrantableOrganisations,
    private readonly duties: Duties,
    private readonly organisations: OrganisationDirectory,
    private readonly events: DomainEvents,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @throws DomainError `not-found`, `own-account`, `same-person`, `account-closed`, `day-over`, `nothing-to-hand-over`,
   *   `role-beyond-reach`, `duties-mixed`
   */
  async execute(
    user: CurrentUser,
    userId: string,
    input: HandoverInput,
    remoteAddress: string,
  ): Promise<HandoverResult> {
    const giver = await this.managed.requireOther(user, userId);
    const taker = await this.managed.requireOther(user, input.toUserId);
    if (giver.id === taker.id) throw new DomainError('same-person');
    if (!taker.active) throw new DomainError('account-closed', { username: taker.username });
    if (input.from < this.clock.today()) throw new DomainError('day-over');
    return this.uow.run(async (manager) => {
      await this.accounts.hold(manager, [giver.id, taker.id]);
      const roles = await this.given(manager, giver, input);
      await this.grantable.requireAll(user, roles);
      const warnings = await this.take(manager, taker, roles, input.from);
      await this.give(manager, roles, input.from);
      this.news.changed(giver.id, taker.id);
      const handedOver = await this.named(roles);
      const after = { to: taker.username, from: input.from, roles: handedOver };
      const entry: AuditRecord = { actor: user.username, action: 'people.hand-over', subject: `user/${giver.id}` };
      await this.audit.record(manager, { ...entry, after, remoteAddress });
      const parties = { giverId: giver.id, takerId: taker.id };
      await this.events.publish(manager, workHandedOver({ ...parties, from: input.from, actor: user.username }));
      return { handedOver, warnings };
    });
  }

  private async given(manager: EntityManager, { id }: UserAccount, input: HandoverInput): Promise<UserRole[]> {
    const { organisationIds, from } = input;
    const roles = (await this.accounts.rolesOf(manager, id)).filter(
      (role) =>
        role.role !== 'admin' &&
        isInForce(role, from) &&
        (organisationIds === undefined || organisationIds.includes(role.organisationId)),
    );
    if (roles.length === 0) throw new DomainError('nothing-to-hand-over');
    return roles;
  }

  private async take(manager: EntityManager, taker: UserAccount, roles: readonly UserRole[], from: string) {
    const present = await this.accounts.rolesOf(manager, taker.id);
    const wanted = roles.filter((role) => !present.some((own) => isSame(own, role) && isHeldOn(own, from)));
    const replaced = present.filter((own) => wanted.some((role) => isSame(own, role)));
    const validFrom = from === this.clock.today() ? null : from;
    const added = wanted.map(({ role, organisationId }) => newRole(taker.id, role, organisationId, validFrom));
    const kept = present.filter((own) => !replaced.includes(own) && isNotOver(own, from));
    const warnings = await this.duties.checkWithLent(manager, taker.id, [...kept, ...added]);
    await this.accounts.removeRoles(
      manager,
      replaced.map(({ id }) => id),
    );
    await this.accounts.addRoles(manager, added);
    return warnings;
  }

  private async give(manager: EntityManager, roles: readonly UserRole[], from: string): Promise<void> {
    const ids = roles.map(({ id }) => id);
    if (from === this.clock.today()) await this.accounts.removeRoles(manager, ids);
    else await this.accounts.endRoles(manager, ids, daysAfter(from, -1));
  }

  private async named(roles: readonly UserRole[]): Promise<HandoverResult['handedOver']> {
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    return roles.map(({ role, organisationId }) => ({
      role,
      organisationName: places.get(organisationId)?.name ?? '',
    }));
  }
}

const isSame = (a: UserRole, b: UserRole): boolean => a.role === b.role && a.organisationId === b.organisationId;

/** From that day on, for good. */
const isHeldOn = (role: UserRole, day: string): boolean => isInForce(role, day) && role.validUntil === null;
