import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';

/** A live reopening, with the path of the unit that has to correct something. */
export interface LiveReopening {
  readonly path: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly indicatorName: string | null;
  readonly year: number;
  readonly month: number;
  readonly expiresOn: string;
}

/** Live reopenings of all rounds. */
@Injectable()
export class LiveReopeningsQuery {
  /** Below the path prefixes, what ends first coming first. */
  below(manager: EntityManager, prefixes: readonly string[]): Promise<readonly LiveReopening[]> {
    const scope = belowPaths('o.path', prefixes);
    const sql = `
      select o.path as path, p.id as projectId, p.name as projectName, q.indicator_name as indicatorName,
             r.year as year, r.month as month, q.expires_on as expiresOn
      from report_reopening q
      join monitoring_round r on r.id = q.round_id
      join project p on p.id = q.project_id
      join organisation o on o.id = p.organisation_id
      where q.closed_at is null and ${scope.sql} order by q.expires_on, q.id`;
    return manager.query<LiveReopening[]>(sql, [...scope.params]);
  }
}
