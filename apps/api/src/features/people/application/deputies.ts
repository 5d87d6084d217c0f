import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import {
  AccessNews,
  AccountRepository,
  DelegationRepository,
  isNotOver,
  UserDelegation,
  type UserAccount,
  type UserRole,
} from '../../identity/index.js';
import type { DelegationInput, NewDelegationView } from '../http/people.dto.js';
import { PeopleIdsQuery } from '../persistence/people.query.js';
import { daysAfter } from './days.js';
import { DelegationViews } from './delegation-views.js';
import { Duties, type DutyWarning } from './duties.js';
import { GrantableOrganisations } from './grantable-organisations.js';
import { ManagedPeople } from './managed-people.js';
import { deputyAppointed } from './people.events.js';
import { DeputyCandidatesQuery } from './deputy-candidates.query.js';

const LONGEST_DAYS = 366;

/** Deputies: appointed by a person for himself, or by an administrator for somebody. */
@Injectable()
export class Deputies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly managed: ManagedPeople,
    private readonly grantable: GrantableOrganisations,
    private readonly candidates: DeputyCandidatesQuery,
    private readonly ids: PeopleIdsQuery,
    private readonly accounts: AccountRepository,
    private readonly delegations: DelegationRepository,
    private readonly views: DelegationViews,
    private readonly duties: Duties,
    private readonly events: DomainEvents,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Of the caller's own roles; only people in one line with him can have them.
   * @throws DomainError `deputy-out-of-line`, and those of `appointFor`
   */
  async appointOwn(user: CurrentUser, input: DelegationInput, remoteAddress: string): Promise<NewDelegationView> {
    const principal = await this.accounts.byId(this.uow.reader, user.userId);
    if (principal === null) throw new DomainError('forbidden');
    if (!(await this.candidates.isCandidate(user, input.toUserId))) throw new DomainError('deputy-out-of-line');
    return this.appoint(user, principal, input, remoteAddress);
  }

  /**
   * Of somebody whom the caller manages, to somebody whom he manages.
   * @throws DomainError `not-found`, `same-person`, `account-closed`, `day-over`, `deputy-too-long`, `nothing-to-lend`,
   *   `role-beyond-reach`, `duties-mixed`
   */
  async appointFor(
    user: CurrentUser,
    userId: string,
    input: DelegationInput,
    remoteAddress: string,
  ): Promise<NewDelegationView> {
    const principal = await this.managed.requireOther(user, userId);
    await this.managed.requireOther(user, input.toUserId);
    await this.grantable.requireAll(user, await this.presentRoles([userId]));
    return this.appoint(user, principal, input, remoteAddress);
  }

  /** By either of the two, or by who manages both. Done also where it has ended. @throws DomainError `not-found` */
  async end(user: CurrentUser, id: string, remoteAddress: string): Promise<void> {
    const delegation = await this.delegations.byId(this.uow.reader, id);
    if (delegation === null || !(await this.mayEnd(user, delegation))) throw new DomainError('not-found');
    await this.uow.run(async (manager) => {
      if (!(await this.delegations.end(manager, id, this.clock.now(), user.username))) return;
      this.news.changed(delegation.toUserId);
      const entry: AuditRecord = {
        actor: user.username,
        action: 'people.end-deputy',
        subject: `user/${delegation.fromUserId}`,
      };
      await this.audit.record(manager, { ...entry, after: { deputy: delegation.toUserId }, remoteAddress });
    });
  }

  private async appoint(
    user: CurrentUser,
    principal: UserAccount,
    input: DelegationInput,
    remoteAddress: string,
  ): Promise<NewDelegationView> {
    this.checkDays(input);
    const deputy = await this.accounts.byId(this.uow.reader, input.toUserId);
    if (deputy === null) throw new DomainError('not-found');
    if (deputy.id === principal.id) throw new DomainError('same-person');
    if (!deputy.active) throw new DomainError('account-closed', { username: deputy.username });
    const warnings = await this.checkDuties(principal.id, deputy.id);
    const delegation = this.newDelegation(user, principal.id, input);
    await this.uow.run(async (manager) => {
      await this.delegations.add(manager, delegation);
      this.news.changed(delegation.toUserId);
      const { fromDay, untilDay, reason } = delegation;
      const after = { deputy: deputy.username, fromDay, untilDay, reason };
      const entry: AuditRecord = {
        actor: user.username,
        action: 'people.appoint-deputy',
        subject: `user/${principal.id}`,
      };
      await this.audit.record(manager, { ...entry, after, remoteAddress });
      const parties = { principalId: principal.id, deputyId: deputy.id };
      await this.events.publish(manager, deputyAppointed({ ...parties, fromDay, untilDay, actor: user.username }));
    });
    const [view] = await this.views.of([delegation]);
    if (view === undefined) throw new DomainError('not-found');
    return { delegation: view, warnings };
  }

  private checkDays({ fromDay, untilDay }: DelegationInput): void {
    if (fromDay < this.clock.today() || untilDay < fromDay) throw new DomainError('day-over');
    if (untilDay > daysAfter(fromDay, LONGEST_DAYS)) throw new DomainError('deputy-too-long');
  }

  private async checkDuties(principalId: string, deputyId: string): Promise<DutyWarning[]> {
    const roles = await this.presentRoles([principalId, deputyId]);
    const lent = roles.filter(({ userId, role }) => userId === principalId && role !== 'admin');
    if (lent.length === 0) throw new DomainError('nothing-to-lend');
    return this.duties.check([...lent, ...roles.filter(({ userId }) => userId === deputyId)]);
  }

  /** Those that are held or will be. */
  private async presentRoles(userIds: readonly string[]): Promise<UserRole[]> {
    const today = this.clock.today();
    const roles = await this.accounts.rolesOfMany(this.uow.reader, userIds);
    return roles.filter((role) => isNotOver(role, today));
  }

  private newDelegation(user: CurrentUser, fromUserId: string, input: DelegationInput): UserDelegation {
    return Object.assign(new UserDelegation(), {
      id: newId(),
      fromUserId,
      ...input,
      createdBy: user.username,
      createdAt: this.clock.now(),
      endedAt: null,
      endedBy: null,
    } satisfies UserDelegation);
  }

  private async mayEnd(user: CurrentUser, { fromUserId, toUserId }: UserDelegation): Promise<boolean> {
    if (user.userId === fromUserId || user.userId === toUserId) return true;
    const managed = scopeOf(user, 'users.manage');
    return (await this.ids.isManagedBy(managed, fromUserId)) && (await this.ids.isManagedBy(managed, toUserId));
  }
}
