import { dutyConflicts, type DutyConflict } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import {
  AccountRepository,
  DelegationRepository,
  isNotOver,
  OrganisationDirectory,
  type UserRole,
} from '../../identity/index.js';

type HeldRole = Pick<UserRole, 'role' | 'organisationId'>;
export type DutyWarning = Exclude<DutyConflict, 'admin-with-business'>;

/** What separation of duties says to roles that one person holds, or would hold. */
@Injectable()
export class Duties {
  constructor(
    private readonly organisations: OrganisationDirectory,
    private readonly delegations: DelegationRepository,
    private readonly accounts: AccountRepository,
    private readonly clock: Clock,
  ) {}

  async conflicts(roles: readonly HeldRole[]): Promise<readonly DutyConflict[]> {
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    return dutyConflicts(
      roles.flatMap(({ role, organisationId }) => {
        const path = places.get(organisationId)?.path;
        return path === undefined ? [] : [{ role, path }];
      }),
    );
  }

  /**
   * The same of the roles that a person would hold, with those that others lend him now or later.
   * @throws DomainError `duties-mixed`
   */
  async checkWithLent(manager: EntityManager, userId: string, roles: readonly HeldRole[]): Promise<DutyWarning[]> {
    const today = this.clock.today();
    const lenders = await this.delegations.lendersOf(manager, userId, today);
    const lent = lenders.length === 0 ? [] : await this.accounts.rolesOfMany(manager, lenders);
    return this.check([...roles, ...lent.filter((role) => role.role !== 'admin' && isNotOver(role, today))]);
  }

  /** @returns what should be told but does not stop it @throws DomainError `duties-mixed` */
  async check(roles: readonly HeldRole[]): Promise<DutyWarning[]> {
    const conflicts = await this.conflicts(roles);
    if (conflicts.includes('admin-with-business')) throw new DomainError('duties-mixed');
    return conflicts.filter((conflict) => conflict !== 'admin-with-business');
  }
}
