import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths, type SqlCondition } from '../../organisations/index.js';
import type { MonitoringRound } from '../../reporting/index.js';
import type { LightQuery } from '../http/monitoring.dto.js';

/** A WHERE clause over `project_light l`, with its parameters in order. */
export interface LightCondition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

type Round = Pick<MonitoringRound, 'id' | 'year'>;

/** The gap that matters more comes first; no gap at all comes last. */
const gap = (column: string): string => `case when l.${column} is null then 1 else 0 end, l.${column}`;
const ORDER: Readonly<Record<LightQuery['sort'], string>> = {
  worst: 'l.list_order',
  gapToPlan: gap('gap_to_plan'),
  gapToStraightLine: gap('gap_to_straight_line'),
  budget: `case when l.adjusted_budget_fen is null then 1 else 0 end, l.adjusted_budget_fen desc`,
  name: 'n.name',
};
/** Ids are in the order in which the projects were made, and make the order the same everywhere. */
const TIES = 'l.project_id';

const STATES: Readonly<Record<NonNullable<LightQuery['state']>, string>> = {
  notReported: 'l.not_reported = 1',
  awaitingReport: 'l.awaiting_report = 1',
  key: 'l.project_id in (select k.id from project k where k.year = ? and k.is_key = 1)',
  moneyAhead: "l.mismatch = 'moneyAhead'",
  goalsAhead: "l.mismatch = 'goalsAhead'",
};
/** By the name or code of the project, or the name of its unit. */
const like = (column: string): string => `lower(${column}) like ? escape '!'`;
const FOUND = `(l.project_id in (select s.id from project s where s.year = ? and (${like('s.name')} or ${like('s.code')}))
  or l.organisation_id in (select u.id from organisation u where ${like('u.name')}))`;

/**
 * Which projects of a round a filter finds, and in which order. All of it is read from `ix_project_light_order`,
 * `ix_project_list` and the few organisations, never from the rows, which are some kilobytes each.
 */
@Injectable()
export class LightSearch {
  /** @param scope path prefixes of the organisations that are looked at */
  async condition(
    manager: EntityManager,
    round: Round,
    scope: readonly string[],
    { light, state, search }: Pick<LightQuery, 'light' | 'state' | 'search'>,
  ): Promise<LightCondition> {
    const parts = ['l.round_id = ?'];
    const params: (string | number)[] = [round.id];
    const add = (sql: string, ...values: readonly (string | number)[]): void => {
      parts.push(sql);
      params.push(...values);
    };
    const within = belowPaths('o.path', scope);
    if (await this.leavesOut(manager, within)) {
      add(`l.organisation_id in (select o.id from organisation o where ${within.sql})`, ...within.params);
    }
    if (light !== undefined) add('l.light = ?', light);
    if (state !== undefined) add(STATES[state], ...(state === 'key' ? [round.year] : []));
    const words = search?.trim().toLowerCase();
    if (words) {
      const pattern = `%${words.replace(/[!%_]/g, '!$&')}%`;
      add(FOUND, round.year, pattern, pattern, pattern);
    }
    return { sql: parts.join(' and '), params };
  }

  async count(manager: EntityManager, { sql, params }: LightCondition): Promise<number> {
    const counting = `select count(*) as total from project_light l where ${sql}`;
    const [row] = await manager.query<{ total: number | string }[]>(counting, [...params]);
    return Number(row?.total ?? 0);
  }

  /** Ids of the projects of a page, in order. */
  async page(
    manager: EntityManager,
    { sql, params }: LightCondition,
    { sort, page, size }: Pick<LightQuery, 'sort' | 'page' | 'size'>,
  ): Promise<readonly string[]> {
    const named = sort === 'name' ? 'join project n on n.id = l.project_id' : '';
    const finding = `select l.project_id as projectId from project_light l ${named} where ${sql}
                     order by ${ORDER[sort]}, ${TIES} limit ? offset ?`;
    const rows = await manager.query<{ projectId: string }[]>(finding, [...params, size, (page - 1) * size]);
    return rows.map(({ projectId }) => projectId);
  }

  /** Whether any organisation is out of this reach: for those who see all of them the database need not compare. */
  private async leavesOut(manager: EntityManager, { sql, params }: SqlCondition): Promise<boolean> {
    const outside = await manager.query<unknown[]>(`select 1 from organisation o where not ${sql} limit 1`, [
      ...params,
    ]);
    return outside.length > 0;
  }
}
