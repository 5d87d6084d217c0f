import type { RectificationState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { belowPaths } from '../../organisations/index.js';
import type { RectificationQuery, RectificationSummaryQuery } from '../http/rectifications.dto.js';
import { Conditions } from './conditions.js';
import { idPage, type IdPage } from './id-page.query.js';

const FROM = `rectification t join organisation o on o.id = t.organisation_id
  left join project p on p.id = t.project_id left join monitoring_round r on r.id = t.round_id`;

/** The nearest deadline first, what has none after all that has one. */
const ORDER = {
  deadline: 'case when t.deadline is null then 1 else 0 end, t.deadline, t.id',
  newest: 't.id desc',
} as const satisfies Readonly<Record<RectificationQuery['sort'], string>>;

const OPEN = "t.state in ('drafting', 'underWay', 'submitted', 'accepted')";
const TO_DO = "t.state in ('drafting', 'underWay')";

interface Reader {
  readonly user: CurrentUser;
  /** Path prefixes of the organisations that are looked at. */
  readonly scope: readonly string[];
  readonly today: string;
}

export interface RectificationCounts {
  readonly byState: ReadonlyMap<RectificationState, number>;
  readonly overdue: number;
  readonly recovered: number;
  readonly waiting: number;
}

/** Which rectifications a filter finds. */
@Injectable()
export class RectificationSearch {
  page(manager: EntityManager, reader: Reader, query: RectificationQuery): Promise<IdPage> {
    const where = conditions(reader, query);
    if (query.state === 'open') where.add(OPEN);
    else if (query.state === 'over') where.add("t.state in ('closed', 'waived')");
    else where.equal('t.state', query.state);
    return idPage(manager, FROM, where, ORDER[query.sort], query);
  }

  async counts(
    manager: EntityManager,
    reader: Reader,
    filters: RectificationSummaryQuery,
  ): Promise<RectificationCounts> {
    const where = conditions(reader, filters);
    const sql = `select t.state as state, count(*) as number,
        sum(case when ${TO_DO} and t.deadline < ? then 1 else 0 end) as overdue,
        sum(case when t.closing = 'effective' then 1 else 0 end) as recovered
      from ${FROM} where ${where.sql} group by t.state`;
    type Group = { state: RectificationState } & Record<'number' | 'overdue' | 'recovered', number | string>;
    const groups = await manager.query<Group[]>(sql, [reader.today, ...where.params]);
    const sum = (field: 'overdue' | 'recovered') => groups.reduce((all, group) => all + Number(group[field]), 0);
    const { total } = await idPage(manager, FROM, conditions(reader, { ...filters, mine: true }), 't.id', NONE);
    return {
      byState: new Map(groups.map(({ state, number }) => [state, Number(number)])),
      overdue: sum('overdue'),
      recovered: sum('recovered'),
      waiting: total,
    };
  }
}

/** Only their number is asked for. */
const NONE = { page: 1, size: 1 };

function conditions({ user, scope, today }: Reader, filters: RectificationSummaryQuery): Conditions {
  const where = new Conditions().below('o.path', scope).equal('t.source', filters.source);
  if (filters.year !== undefined) where.add('coalesce(p.year, r.year) = ?', filters.year);
  if (filters.overdue) where.add(`${TO_DO} and t.deadline < ?`, today);
  if (filters.carriedOver) where.add('t.carried_over = ?', 1);
  if (filters.mine) addWaiting(where, user);
  return where.found(filters.q, 't.finding', 'p.name', 'p.code', 'o.name');
}

/** What is to be done and is one's own, or nobody's where one may do it; and what waits to be looked at. */
function addWaiting(where: Conditions, user: CurrentUser): void {
  const writes = belowPaths('o.path', scopeOf(user, 'rectifications.write'));
  const reviews = belowPaths('o.path', scopeOf(user, 'rectifications.review'));
  where.add(
    `((${TO_DO} and (t.owner = ? or (t.owner is null and ${writes.sql}))) or (t.state = 'submitted' and ${reviews.sql}))`,
    user.username,
    ...writes.params,
    ...reviews.params,
  );
}
