import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { UserDelegation } from './user-delegation.entity.js';

@Injectable()
export class DelegationRepository {
  byId(manager: EntityManager, id: string): Promise<UserDelegation | null> {
    return manager.findOneBy(UserDelegation, { id });
  }

  /** Those by which the person acts for others on that day. */
  inForceFor(manager: EntityManager, toUserId: string, today: string): Promise<UserDelegation[]> {
    return manager.find(UserDelegation, {
      where: {
        toUserId,
        endedAt: IsNull(),
        fromDay: LessThanOrEqual(today),
        untilDay: MoreThanOrEqual(today),
      },
      order: { id: 'ASC' },
    });
  }

  /** Those that the person gave or got and that are not over, by their first day. */
  currentOf(manager: EntityManager, userId: string, today: string): Promise<UserDelegation[]> {
    const current = { endedAt: IsNull(), untilDay: MoreThanOrEqual(today) };
    return manager.find(UserDelegation, {
      where: [
        { fromUserId: userId, ...current },
        { toUserId: userId, ...current },
      ],
      order: { fromDay: 'ASC', id: 'ASC' },
    });
  }

  /** Accounts that lend their roles to the person, now or later. */
  async lendersOf(manager: EntityManager, toUserId: string, today: string): Promise<readonly string[]> {
    const where = { toUserId, endedAt: IsNull(), untilDay: MoreThanOrEqual(today) };
    return (await manager.findBy(UserDelegation, where)).map(({ fromUserId }) => fromUserId);
  }

  async add(manager: EntityManager, delegation: UserDelegation): Promise<void> {
    await manager.insert(UserDelegation, delegation);
  }

  /** @returns false where it was ended before */
  async end(manager: EntityManager, id: string, endedAt: string, endedBy: string): Promise<boolean> {
    const { affected } = await manager.update(UserDelegation, { id, endedAt: IsNull() }, { endedAt, endedBy });
    return affected === 1;
  }
}
