import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, Not, type EntityManager } from 'typeorm';
import { UserSession } from './user-session.entity.js';

@Injectable()
export class SessionRepository {
  byId(manager: EntityManager, id: string): Promise<UserSession | null> {
    return manager.findOneBy(UserSession, { id });
  }

  async add(manager: EntityManager, session: UserSession): Promise<void> {
    await manager.insert(UserSession, session);
  }

  async touch(manager: EntityManager, id: string, lastSeenAt: string): Promise<void> {
    await manager.update(UserSession, { id }, { lastSeenAt });
  }

  /** @returns false where it was gone already */
  async remove(manager: EntityManager, id: string): Promise<boolean> {
    const { affected } = await manager.delete(UserSession, { id });
    return affected === 1;
  }

  async removeAllOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(UserSession, { userId });
  }

  /** @returns how many there were */
  async removeOthersOf(manager: EntityManager, userId: string, keptId: string): Promise<number> {
    const { affected } = await manager.delete(UserSession, { userId, id: Not(keptId) });
    return affected ?? 0;
  }

  /** Those that are still good, the one used last first. */
  goodOf(manager: EntityManager, userId: string, now: string, usedSince: string): Promise<UserSession[]> {
    return manager.find(UserSession, {
      where: { userId, expiresAt: MoreThan(now), lastSeenAt: MoreThan(usedSince) },
      order: { lastSeenAt: 'DESC', id: 'ASC' },
    });
  }

  async removeExpired(manager: EntityManager, now: string): Promise<void> {
    await manager.delete(UserSession, { expiresAt: LessThan(now) });
  }
}
