import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AccountRepository, DelegationRepository, type UserDelegation } from '../../identity/index.js';
import type { Delegation } from '../http/people.dto.js';

/** Deputies as people see them. */
@Injectable()
export class DelegationViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly delegations: DelegationRepository,
  ) {}

  /** Those that a person gave or got and that are not over. */
  async currentOf(userId: string): Promise<Delegation[]> {
    return this.of(await this.delegations.currentOf(this.uow.reader, userId, this.clock.today()));
  }

  async of(delegations: readonly UserDelegation[]): Promise<Delegation[]> {
    const ids = [...new Set(delegations.flatMap(({ fromUserId, toUserId }) => [fromUserId, toUserId]))];
    const accounts = await this.accounts.byIds(this.uow.reader, ids);
    const parties = new Map(accounts.map(({ id, username, displayName }) => [id, { id, username, displayName }]));
    return delegations.flatMap((delegation) => {
      const principal = parties.get(delegation.fromUserId);
      const deputy = parties.get(delegation.toUserId);
      if (principal === undefined || deputy === undefined) return [];
      const { id, fromDay, untilDay, reason, createdBy } = delegation;
      const state = fromDay <= this.clock.today() ? ('inForce' as const) : ('planned' as const);
      return [{ id, principal, deputy, fromDay, untilDay, reason, state, createdBy }];
    });
  }
}
