import type { AlertKind, AlertSeverity, AlertState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths, type SqlCondition } from '../../organisations/index.js';
import type { AlertQuery } from '../http/alerts.dto.js';

/** Whose alerts are looked at: paths of organisations by what the caller may do below them. */
export interface AlertScope {
  readonly read: readonly string[];
  readonly answer: readonly string[];
  readonly decide: readonly string[];
}

type Filters = Partial<Omit<AlertQuery, 'organisationId' | 'page' | 'size' | 'sort'>>;

export interface AlertCount {
  readonly state: AlertState;
  readonly severity: AlertSeverity;
  readonly kind: AlertKind;
  readonly alerts: number;
  readonly overdue: number;
  readonly suspensionsProposed: number;
  readonly onSiteDue: number;
}

interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number)[];
}

const FROM = `
  from alert a
  join monitoring_round r on r.id = a.round_id
  join project p on p.id = a.project_id
  join organisation o on o.id = a.organisation_id`;

const ORDER: Readonly<Record<AlertQuery['sort'], string>> = {
  urgent: `case when a.state = 'closed' then 2 when a.state = 'open' or a.suspension = 'proposed' then 0 else 1 end,
    a.severity, case when a.deadline is null then 1 else 0 end, a.deadline, a.id`,
  newest: 'a.raised_at desc, a.id desc',
};

const DECISION_DUE = `((a.suspension = 'proposed' and a.state <> 'closed') or a.on_site_check = 'due')`;
const like = (column: string): string => `lower(${column}) like ? escape '!'`;

/** Which alerts a filter finds, in which order, and how many there are of each kind. */
@Injectable()
export class AlertSearch {
  async page(
    manager: EntityManager,
    scope: AlertScope,
    { sort, page, size, ...filters }: Omit<AlertQuery, 'organisationId'>,
    today: string,
  ): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
    const where = conditionOf(scope, filters, today);
    const counting = `select count(*) as total ${FROM} where ${where.sql}`;
    const [count] = await manager.query<{ total: number | string }[]>(counting, [...where.params]);
    const finding = `select a.id as id ${FROM} where ${where.sql} order by ${ORDER[sort]} limit ? offset ?`;
    const rows = await manager.query<{ id: string }[]>(finding, [...where.params, size, (page - 1) * size]);
    return { ids: rows.map(({ id }) => id), total: Number(count?.total ?? 0) };
  }

  async counts(
    manager: EntityManager,
    scope: AlertScope,
    filters: Filters,
    today: string,
  ): Promise<readonly AlertCount[]> {
    const where = conditionOf(scope, filters, today);
    const sql = `
      select a.state as state, a.severity as severity, a.kind as kind, count(*) as alerts,
        sum(case when a.state = 'open' and a.deadline < ? then 1 else 0 end) as overdue,
        sum(case when a.suspension = 'proposed' and a.state <> 'closed' then 1 else 0 end) as suspensionsProposed,
        sum(case when a.on_site_check = 'due' then 1 else 0 end) as onSiteDue
      ${FROM} where ${where.sql} group by a.state, a.severity, a.kind`;
    const rows = await manager.query<AlertCount[]>(sql, [today, ...where.params]);
    return rows.map(({ alerts, overdue, suspensionsProposed, onSiteDue, ...of }) => ({
      ...of,
      alerts: Number(alerts),
      overdue: Number(overdue),
      suspensionsProposed: Number(suspensionsProposed),
      onSiteDue: Number(onSiteDue),
    }));
  }

  /** How many wait for the caller, in all rounds. */
  async waiting(manager: EntityManager, scope: AlertScope): Promise<number> {
    const mine = mineOf(scope);
    const sql = `select count(*) as waiting from alert a join organisation o on o.id = a.organisation_id where ${mine.sql}`;
    const [row] = await manager.query<{ waiting: number | string }[]>(sql, [...mine.params]);
    return Number(row?.waiting ?? 0);
  }

  /** Ids of the alerts of a project, the newest round first. */
  async ofProject(manager: EntityManager, projectId: string): Promise<readonly string[]> {
    const sql = `select a.id as id ${FROM} where a.project_id = ? order by r.month desc, a.severity, a.kind`;
    const rows = await manager.query<{ id: string }[]>(sql, [projectId]);
    return rows.map(({ id }) => id);
  }
}

/** An answer of the caller's, a decision of his, or an on-site check. */
function mineOf({ answer, decide }: AlertScope): SqlCondition {
  const [answered, decided] = [belowPaths('o.path', answer), belowPaths('o.path', decide)];
  return {
    sql: `((a.state = 'open' and ${answered.sql}) or (${DECISION_DUE} and ${decided.sql}))`,
    params: [...answered.params, ...decided.params],
  };
}

function conditionOf(scope: AlertScope, filters: Filters, today: string): Condition {
  const read = belowPaths('o.path', scope.read);
  const parts: string[] = [read.sql];
  const params: (string | number)[] = [...read.params];
  const add = (sql: string, ...values: readonly (string | number)[]): void => {
    parts.push(sql);
    params.push(...values);
  };
  const { year, month, state, severity, kind, projectId, suspension, mine, overdue, onSite, q } = filters;
  if (year !== undefined) add('r.year = ?', year);
  if (month !== undefined) add('r.month = ?', month);
  if (state === 'active') add(`a.state <> 'closed'`);
  else if (state !== undefined) add('a.state = ?', state);
  if (severity !== undefined) add('a.severity = ?', severity);
  if (kind !== undefined) add('a.kind = ?', kind);
  if (projectId !== undefined) add('a.project_id = ?', projectId);
  if (suspension !== undefined) add('a.suspension = ?', suspension);
  if (overdue) add(`a.state = 'open' and a.deadline < ?`, today);
  if (onSite) add(`a.on_site_check = 'due'`);
  if (mine) {
    const own = mineOf(scope);
    add(own.sql, ...own.params);
  }
  const words = q?.toLowerCase();
  if (words) {
    const pattern = `%${words.replace(/[!%_]/g, '!$&')}%`;
    add(`(${like('p.name')} or ${like('p.code')} or ${like('o.name')})`, pattern, pattern, pattern);
  }
  return { sql: parts.join(' and '), params };
}
