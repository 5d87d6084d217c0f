import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesOf } from '../../../platform/database/names-of.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import type { NoticeKind } from '../../notifications/index.js';
import { belowPaths } from '../../organisations/index.js';
import type { DeliveryFilter } from '../http/deliveries.dto.js';

interface Condition {
  readonly sql: string;
  readonly params: readonly string[];
}

/** Which deliveries a page of the log has; the rows are loaded by their ids. */
@Injectable()
export class DeliveryPageQuery {
  /** Newest first. @param prefixes paths below which the reader manages settings */
  async run(
    manager: EntityManager,
    prefixes: readonly string[],
    filter: DeliveryFilter,
  ): Promise<{ ids: string[]; total: number }> {
    const conditions = [belowPaths('o.path', prefixes), ...filtered(filter)];
    const from = `from delivery d join channel c on c.id = d.channel_id join organisation o on o.id = c.organisation_id
      where ${conditions.map(({ sql }) => sql).join(' and ')}`;
    const params = conditions.flatMap(({ params: own }) => own);
    const [count] = await manager.query<{ total: unknown }[]>(`select count(*) as total ${from}`, params);
    const { page, size } = filter;
    const sql = `select d.id as id ${from} order by d.created_at desc, d.id desc limit ? offset ?`;
    const rows = await manager.query<{ id: string }[]>(sql, [...params, size, (page - 1) * size]);
    return { ids: rows.map(({ id }) => id), total: Number(count?.total ?? 0) };
  }

  /** How many notices of each kind a delivery has. */
  async kindsOf(
    manager: EntityManager,
    deliveryIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { readonly kind: NoticeKind; readonly count: number }[]>> {
    const found = new Map<string, { kind: NoticeKind; count: number }[]>();
    if (deliveryIds.length === 0) return found;
    const rows = await manager.query<{ id: string; kind: NoticeKind; number: unknown }[]>(
      `select m.delivery_id as id, m.kind as kind, count(*) as number from outgoing_message m
      where m.delivery_id in (${placeholders(deliveryIds.length)}) group by m.delivery_id, m.kind order by m.kind`,
      [...deliveryIds],
    );
    for (const { id, kind, number } of rows) found.set(id, [...(found.get(id) ?? []), { kind, count: Number(number) }]);
    return found;
  }

  namesOf(manager: EntityManager, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return namesOf(manager, { table: 'user_account', name: 'display_name' }, userIds);
  }
}

function filtered({ channelId, state, purpose, search }: DeliveryFilter): readonly Condition[] {
  const conditions: Condition[] = [];
  if (channelId !== undefined) conditions.push({ sql: 'd.channel_id = ?', params: [channelId] });
  if (state !== undefined) conditions.push({ sql: 'd.state = ?', params: [state] });
  if (purpose !== undefined) conditions.push({ sql: 'd.purpose = ?', params: [purpose] });
  const text = search?.trim();
  if (text === undefined || text === '') return conditions;
  const name = 'd.recipient_id in (select a.id from user_account a where a.display_name like ?)';
  const pattern = `%${text.replace(/[%_\\]/g, '')}%`;
  return [...conditions, { sql: `(d.address like ? or ${name})`, params: [pattern, pattern] }];
}
