import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Whether a unit still has to report, or may be asked to. */
@Injectable()
export class OpenDutiesQuery {
  /** Whether it has a project in the year of a round that is not locked. */
  async hasOpen(manager: EntityManager, organisationId: string): Promise<boolean> {
    const sql = `select 1 from project p join monitoring_round r on r.year = p.year
      where p.organisation_id = ? and r.status <> 'locked' limit 1`;
    return (await manager.query<unknown[]>(sql, [organisationId])).length > 0;
  }
}
