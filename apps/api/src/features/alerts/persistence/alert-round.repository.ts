import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { AlertRound } from './alert-round.entity.js';

@Injectable()
export class AlertRoundRepository {
  find(manager: EntityManager, roundId: string): Promise<AlertRound | null> {
    return manager.findOneBy(AlertRound, { roundId });
  }

  /** Whether anybody has to answer stays as it was found the first time. */
  async mark(manager: EntityManager, mark: AlertRound): Promise<void> {
    await upsertRows(manager, AlertRound, [mark], ['roundId'], ['evaluatedAt', 'evaluatedOn', 'ruleSetRef']);
  }

  /** Whether a later round of the year is looked at as well: then that one counts. */
  async isFollowed(manager: EntityManager, roundId: string): Promise<boolean> {
    const sql = `select 1 from monitoring_round r
      join monitoring_round n on n.year = r.year and n.month > r.month
      join alert_round a on a.round_id = n.id
      where r.id = ? limit 1`;
    return (await manager.query<unknown[]>(sql, [roundId])).length > 0;
  }
}
