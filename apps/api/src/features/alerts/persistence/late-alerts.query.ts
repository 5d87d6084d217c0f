import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Alerts that somebody above has to see to. */
@Injectable()
export class LateAlertsQuery {
  /** Ids of those that nobody has answered by the last day of their level, by that day. */
  async ids(manager: EntityManager, today: string, limit: number): Promise<readonly string[]> {
    const sql = `select id as id from alert where state = 'open' and escalates_on < ?
                 order by escalates_on, id limit ?`;
    const rows = await manager.query<{ id: string }[]>(sql, [today, limit]);
    return rows.map(({ id }) => id);
  }
}
