import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { OutgoingMessage } from './outgoing-message.entity.js';

/** Notices that wait for a person's next digest. */
@Injectable()
export class DigestRepository {
  /** People for whom something has waited since before an instant. */
  async recipients(manager: EntityManager, before: string): Promise<readonly string[]> {
    const sql = `select distinct m.recipient_id as id from outgoing_message m
      where m.delivery_id is null and m.recipient_id is not null and m.created_at < ?`;
    return (await manager.query<{ id: string }[]>(sql, [before])).map(({ id }) => id);
  }

  async add(manager: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    await insertRows(manager, OutgoingMessage, messages);
  }

  waiting(manager: EntityManager, recipientId: string): Promise<OutgoingMessage[]> {
    const where = { recipientId, deliveryId: IsNull() };
    return manager.find(OutgoingMessage, { where, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  async assign(manager: EntityManager, ids: readonly string[], deliveryId: string): Promise<void> {
    await manager.update(OutgoingMessage, { id: In([...ids]) }, { deliveryId });
  }

  async remove(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await manager.delete(OutgoingMessage, { id: In([...ids]) });
  }
}
