import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

/** How the messages of a channel fare; tests count only where they were sent. */
export interface DeliveryCounts {
  readonly waiting: number;
  readonly dead: number;
  readonly lastSentAt: string | null;
}

@Injectable()
export class DeliveryCountsQuery {
  /** By channel; one without messages is left out. */
  async of(manager: EntityManager, channelIds: readonly string[]): Promise<ReadonlyMap<string, DeliveryCounts>> {
    if (channelIds.length === 0) return new Map();
    const sum = (states: string): string =>
      `sum(case when d.purpose <> 'test' and d.state in (${states}) then 1 else 0 end)`;
    const rows = await manager.query<{ id: string; waiting: unknown; dead: unknown; lastSentAt: string | null }[]>(
      `select d.channel_id as id, ${sum("'queued', 'failed'")} as waiting, ${sum("'dead'")} as dead,
        max(d.sent_at) as lastSentAt
      from delivery d where d.channel_id in (${placeholders(channelIds.length)}) group by d.channel_id`,
      [...channelIds],
    );
    return new Map(
      rows.map(({ id, waiting, dead, lastSentAt }) => [
        id,
        { waiting: Number(waiting), dead: Number(dead), lastSentAt },
      ]),
    );
  }
}
