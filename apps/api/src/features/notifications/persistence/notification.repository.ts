import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Like, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { Notification } from './notification.entity.js';

/** Keys and ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** What happens to a notification whose key the recipient has already. */
export type Repeat = 'asNew' | 'figuresOnly' | 'never';

const CHANGED: Readonly<Record<Repeat, readonly (keyof Notification & string)[]>> = {
  asNew: ['params', 'createdAt', 'readAt'],
  figuresOnly: ['params'],
  // Sets what it is already: the row stays as it was, and two processes may do so at once.
  never: ['kind'],
};

@Injectable()
export class NotificationRepository {
  async save(manager: EntityManager, rows: readonly Notification[], repeat: Repeat): Promise<void> {
    await upsertRows(manager, Notification, rows, ['recipientId', 'dedupeKey'], CHANGED[repeat]);
  }

  /** Which of these ids are stored. */
  async present(manager: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      const where = { id: In(ids.slice(start, start + CHUNK)) };
      for (const { id } of await manager.find(Notification, { select: { id: true }, where })) found.add(id);
    }
    return found;
  }

  /** Which of these keys of a person are still unread. */
  async unreadKeys(manager: EntityManager, recipientId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let start = 0; start < keys.length; start += CHUNK) {
      const where = { recipientId, dedupeKey: In(keys.slice(start, start + CHUNK)), readAt: IsNull() };
      const rows = await manager.find(Notification, { select: { dedupeKey: true }, where });
      for (const { dedupeKey } of rows) found.add(dedupeKey);
    }
    return found;
  }

  /** The figures of a notification with this key, by recipient. */
  async figuresOf(manager: EntityManager, dedupeKey: string): Promise<ReadonlyMap<string, Notification['params']>> {
    const select = { recipientId: true, params: true } as const;
    const rows = await manager.find(Notification, { select, where: { dedupeKey } });
    return new Map(rows.map(({ recipientId, params }) => [recipientId, params]));
  }

  /** Keys in use that begin like this; `%` and `_` do not occur in them. */
  async keysLike(manager: EntityManager, prefix: string): Promise<ReadonlySet<string>> {
    const where = { dedupeKey: Like(`${prefix}%`) };
    const rows = await manager.find(Notification, { select: { dedupeKey: true }, where });
    return new Set(rows.map(({ dedupeKey }) => dedupeKey));
  }

  /** What nobody need do any more is unread no more. @returns whose unread ones these were */
  async settle(manager: EntityManager, dedupeKeys: readonly string[], readAt: string): Promise<readonly string[]> {
    const recipients = new Set<string>();
    for (let start = 0; start < dedupeKeys.length; start += CHUNK) {
      const where = { dedupeKey: In(dedupeKeys.slice(start, start + CHUNK)), readAt: IsNull() };
      const unread = await manager.find(Notification, { select: { recipientId: true }, where });
      for (const { recipientId } of unread) recipients.add(recipientId);
      if (unread.length > 0) await manager.update(Notification, where, { readAt });
    }
    return [...recipients];
  }

  /** The same for all that waits in one round. */
  async settleRound(
    manager: EntityManager,
    roundId: string,
    kinds: readonly Notification['kind'][],
    readAt: string,
  ): Promise<readonly string[]> {
    const where = { roundId, kind: In([...kinds]), readAt: IsNull() };
    const unread = await manager.find(Notification, { select: { recipientId: true }, where });
    if (unread.length > 0) await manager.update(Notification, where, { readAt });
    return [...new Set(unread.map(({ recipientId }) => recipientId))];
  }

  /** A person's own, newest first. */
  async page(
    manager: EntityManager,
    recipientId: string,
    { unread, page, size }: { readonly unread: boolean; readonly page: number; readonly size: number },
  ): Promise<[Notification[], number]> {
    return manager.findAndCount(Notification, {
      where: { recipientId, ...(unread ? { readAt: IsNull() } : {}) },
      order: { createdAt: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
  }

  unreadCount(manager: EntityManager, recipientId: string): Promise<number> {
    return manager.countBy(Notification, { recipientId, readAt: IsNull() });
  }

  /** Marks a person's own as read: some of them, or with null all. Others' ids do nothing. */
  async markRead(
    manager: EntityManager,
    recipientId: string,
    ids: readonly string[] | null,
    readAt: string,
  ): Promise<void> {
    const which = ids === null ? {} : { id: In([...ids]) };
    await manager.update(Notification, { recipientId, readAt: IsNull(), ...which }, { readAt });
  }

  async removeBefore(manager: EntityManager, instant: string): Promise<void> {
    await manager.delete(Notification, { createdAt: LessThan(instant) });
  }
}
