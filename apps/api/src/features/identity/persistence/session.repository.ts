import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager } from 'typeorm';
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

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(UserSession, { id });
  }

  async removeAllOf(manager: EntityManager, userId: string): Promise<void> {
    await manager.delete(UserSession, { userId });
  }

  async removeExpired(manager: EntityManager, now: string): Promise<void> {
    await manager.delete(UserSession, { expiresAt: LessThan(now) });
  }
}
