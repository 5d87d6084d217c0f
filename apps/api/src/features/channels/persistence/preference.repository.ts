import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { lockOne } from '../../../platform/database/row-locks.js';
import { NotificationPreference } from './notification-preference.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1_000;

@Injectable()
export class PreferenceRepository {
  of(manager: EntityManager, userId: string): Promise<NotificationPreference | null> {
    return manager.findOneBy(NotificationPreference, { userId });
  }

  /** One as it is once nobody else changes it. */
  hold(manager: EntityManager, userId: string): Promise<NotificationPreference | null> {
    return lockOne(manager, NotificationPreference, { userId }, 'exclusive');
  }

  /** Of those of the people who want e-mails, by person. */
  async wanting(
    manager: EntityManager,
    userIds: readonly string[],
  ): Promise<ReadonlyMap<string, NotificationPreference>> {
    const found = new Map<string, NotificationPreference>();
    for (let start = 0; start < userIds.length; start += CHUNK) {
      const where = {
        userId: In(userIds.slice(start, start + CHUNK)),
        mode: Not('none' as const),
        email: Not(IsNull()),
      };
      for (const row of await manager.findBy(NotificationPreference, where)) found.set(row.userId, row);
    }
    return found;
  }

  async save(manager: EntityManager, preference: NotificationPreference): Promise<void> {
    const { userId, ...change } = preference;
    if (preference.version === 1) await manager.insert(NotificationPreference, preference);
    else await manager.update(NotificationPreference, { userId }, change);
  }
}
