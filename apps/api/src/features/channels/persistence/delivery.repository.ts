import { Injectable } from '@nestjs/common';
import { In, LessThan, Not, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { lockOne } from '../../../platform/database/row-locks.js';
import { deliverJob } from '../jobs/deliver.jobs.js';
import { DeliveryAttempt } from './delivery-attempt.entity.js';
import { Delivery, PENDING, type DeliveryState } from './delivery.entity.js';
import { OutgoingMessage } from './outgoing-message.entity.js';

/** Deliveries with their tries and the notices in them. */
@Injectable()
export class DeliveryRepository {
  async add(
    manager: EntityManager,
    deliveries: readonly Delivery[],
    messages: readonly OutgoingMessage[],
  ): Promise<void> {
    await insertRows(manager, Delivery, deliveries);
    await insertRows(manager, OutgoingMessage, messages);
  }

  /** One as it is once no other worker changes it. */
  hold(manager: EntityManager, id: string): Promise<Delivery | null> {
    return lockOne(manager, Delivery, { id }, 'exclusive');
  }

  byIds(manager: EntityManager, ids: readonly string[]): Promise<Delivery[]> {
    return manager.findBy(Delivery, { id: In([...ids]) });
  }

  async change(manager: EntityManager, id: string, change: Partial<Omit<Delivery, 'id'>>): Promise<void> {
    await manager.update(Delivery, { id }, change);
  }

  /** Notices of a delivery in the order in which they were told. */
  messagesOf(manager: EntityManager, deliveryId: string): Promise<OutgoingMessage[]> {
    return manager.find(OutgoingMessage, { where: { deliveryId }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** What is due by a channel and no job is about to do, the oldest first. */
  async dueWithoutJob(
    manager: EntityManager,
    channelId: string,
    now: string,
    limit: number,
  ): Promise<readonly string[]> {
    const sql = `select d.id as id from delivery d
      where d.channel_id = ? and d.state in ('queued', 'failed') and d.due_at <= ? and not exists (
        select 1 from job_run j where j.name = ? and j.job_key = d.id and j.status in ('queued', 'running')
      )
      order by d.due_at, d.id limit ?`;
    const rows = await manager.query<{ id: string }[]>(sql, [channelId, now, deliverJob.name, limit]);
    return rows.map(({ id }) => id);
  }

  /** Whatever waits by a channel for a later try may be tried now. */
  async hurry(manager: EntityManager, channelId: string, now: string): Promise<void> {
    await manager
      .createQueryBuilder()
      .update(Delivery)
      .set({ dueAt: now })
      .where('channelId = :channelId and state in (:...pending) and dueAt > :now', { channelId, pending: PENDING, now })
      .execute();
  }

  /** The same for what waits for a person. */
  async hurryPerson(manager: EntityManager, recipientId: string, now: string): Promise<void> {
    await manager.update(Delivery, { recipientId, state: In([...PENDING]) }, { dueAt: now });
  }

  /** Ends all that waits by a channel. */
  async giveUpChannel(manager: EntityManager, channelId: string, code: string): Promise<void> {
    const change = { state: 'dead' as const, error: { code, params: {} } };
    await manager.update(Delivery, { channelId, state: In([...PENDING]) }, change);
  }

  /** Lets what was given up wait again. @param ids null: all of the channel @returns how many */
  async revive(
    manager: EntityManager,
    channelId: string,
    ids: readonly string[] | null,
    dueAt: string,
    giveUpAt: string,
  ): Promise<number> {
    const where = { channelId, state: 'dead' as const, purpose: Not('test' as const) };
    const which = ids === null ? where : { ...where, id: In([...ids]) };
    const { affected } = await manager.update(Delivery, which, { state: 'failed', dueAt, giveUpAt });
    return affected ?? 0;
  }

  /** Whether anything has waited too long. */
  hasLate(manager: EntityManager, now: string): Promise<boolean> {
    return manager.existsBy(Delivery, { state: In([...PENDING]), giveUpAt: LessThan(now) });
  }

  /** Ends what has waited too long. Why its last try failed stays in the log. */
  async giveUpLate(manager: EntityManager, now: string): Promise<void> {
    const change = { state: 'dead' as const, error: { code: 'delivery-too-late', params: {} } };
    await manager.update(Delivery, { state: In([...PENDING]), giveUpAt: LessThan(now) }, change);
  }

  async beginAttempt(manager: EntityManager, attempt: DeliveryAttempt): Promise<void> {
    await manager.insert(DeliveryAttempt, attempt);
  }

  /** Ends the try that is under way. @returns whether there was one */
  async endAttempt(
    manager: EntityManager,
    deliveryId: string,
    end: Pick<DeliveryAttempt, 'outcome' | 'endedAt' | 'error'>,
  ): Promise<boolean> {
    const { affected } = await manager.update(DeliveryAttempt, { deliveryId, outcome: 'begun' }, end);
    return (affected ?? 0) > 0;
  }

  attemptsOf(manager: EntityManager, deliveryId: string): Promise<DeliveryAttempt[]> {
    return manager.find(DeliveryAttempt, { where: { deliveryId }, order: { number: 'ASC' } });
  }

  /** Removes some of what would have been given up before an instant. @returns how many */
  async removeEnded(manager: EntityManager, state: DeliveryState, before: string, limit: number): Promise<number> {
    const where = { state, giveUpAt: LessThan(before) };
    const rows = await manager.find(Delivery, { select: { id: true }, where, order: { giveUpAt: 'ASC' }, take: limit });
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return 0;
    await manager.delete(OutgoingMessage, { deliveryId: In(ids) });
    await manager.delete(DeliveryAttempt, { deliveryId: In(ids) });
    await manager.delete(Delivery, { id: In(ids) });
    return ids.length;
  }
}
