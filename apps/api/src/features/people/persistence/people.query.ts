import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { belowPaths } from '../../organisations/index.js';
import type { PeopleQuery } from '../http/people.dto.js';
import { reachesRoot } from '../application/reaches-root.js';

interface Condition {
  readonly sql: string;
  readonly params: readonly (string | number | boolean)[];
}

const CURRENT = '(r.valid_until is null or r.valid_until >= ?)';
const ROLES = 'select 1 from user_role r join organisation o on o.id = r.organisation_id where r.user_id = a.id';
const LENT = `select 1 from user_delegation d join user_role r on r.user_id = d.from_user_id
  join organisation o on o.id = r.organisation_id where d.to_user_id = a.id and r.role <> 'admin'`;
const MOST_CANDIDATES = 50;

/** Which accounts somebody sees; the rows are loaded by their ids. */
@Injectable()
export class PeopleIdsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * By username, a page at a time.
   * @param managed path prefixes below which the reader manages people
   * @param below a further limit to those with a role below this path
   */
  async managed(
    managed: readonly string[],
    query: PeopleQuery,
    below: string | null,
  ): Promise<{ ids: string[]; total: number }> {
    const where = all([
      this.isManaged(managed),
      ...(below === null ? [] : [this.hasRole(belowPaths('o.path', [below]))]),
      ...(query.role === undefined ? [] : [this.hasRole({ sql: 'r.role = ?', params: [query.role] })]),
      ...(query.state === undefined ? [] : [this.isIn(query.state)]),
      ...searched(query.search),
    ]);
    const [count] = await this.uow.reader.query<{ total: number | string }[]>(
      `select count(*) as total from user_account a where ${where.sql}`,
      [...where.params],
    );
    const { page, size } = query;
    const sql = `select a.id as id from user_account a where ${where.sql} order by a.username limit ? offset ?`;
    const rows = await this.uow.reader.query<{ id: string }[]>(sql, [...where.params, size, (page - 1) * size]);
    return { ids: rows.map(({ id }) => id), total: Number(count?.total ?? 0) };
  }

  /** Whether the account is one that the reader manages: all its roles lie within his reach. */
  async isManagedBy(managed: readonly string[], userId: string): Promise<boolean> {
    const where = all([{ sql: 'a.id = ?', params: [userId] }, this.isManaged(managed)]);
    const sql = `select a.id as id from user_account a where ${where.sql}`;
    return (await this.uow.reader.query<unknown[]>(sql, [...where.params])).length > 0;
  }

  /** People with business at one of these organisations, or above or below it in one line; not the person himself. */
  async inLine(paths: readonly string[], userId: string, search: string | undefined): Promise<string[]> {
    const ancestors = [...new Set(paths.flatMap((path) => path.split('/').filter((part) => part !== '')))];
    const below = belowPaths('o.path', paths);
    const place = {
      sql: `r.role <> 'admin' and (${below.sql} or o.id in (${placeholders(ancestors.length)}))`,
      params: [...below.params, ...ancestors],
    };
    const where = all([
      { sql: 'a.id <> ? and a.active = ?', params: [userId, true] },
      this.hasRole(place),
      not(this.hasRole({ sql: `r.role = 'admin'`, params: [] })),
      ...searched(search),
    ]);
    const sql = `select a.id as id from user_account a where ${where.sql} order by a.username limit ${MOST_CANDIDATES}`;
    const rows = await this.uow.reader.query<{ id: string }[]>(sql, [...where.params]);
    return rows.map(({ id }) => id);
  }

  /**
   * No role of the account may reach outside, neither an own nor a lent one, for whoever sets its password could act by it;
   * one without roles is the whole county's matter.
   */
  private isManaged(managed: readonly string[]): Condition {
    const scope = belowPaths('o.path', managed);
    const outside = { sql: `not ${scope.sql}`, params: scope.params };
    const noneOutside = all([not(this.hasRole(outside)), not(this.isLent(outside))]);
    return reachesRoot(managed) ? noneOutside : all([this.hasRole(scope), noneOutside]);
  }

  private hasRole(condition: Condition): Condition {
    return {
      sql: `exists (${ROLES} and ${CURRENT} and (${condition.sql}))`,
      params: [this.clock.today(), ...condition.params],
    };
  }

  /** Whether somebody lends the account such a role, now or later. */
  private isLent(condition: Condition): Condition {
    const today = this.clock.today();
    return {
      sql: `exists (${LENT} and d.ended_at is null and d.until_day >= ? and ${CURRENT} and (${condition.sql}))`,
      params: [today, today, ...condition.params],
    };
  }

  private isIn(state: NonNullable<PeopleQuery['state']>): Condition {
    if (state === 'closed') return { sql: 'a.active = ?', params: [false] };
    const locked = 'lower(a.username) in (select f.username from sign_in_failure f where f.locked_until > ?)';
    const isLocked = { sql: locked, params: [this.clock.now()] };
    return all([{ sql: 'a.active = ?', params: [true] }, state === 'locked' ? isLocked : not(isLocked)]);
  }
}

const all = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => `(${sql})`).join(' and '),
  params: conditions.flatMap(({ params }) => params),
});

const not = ({ sql, params }: Condition): Condition => ({ sql: `not ${sql}`, params });

function searched(search: string | undefined): Condition[] {
  const text = search?.trim().toLowerCase();
  if (!text) return [];
  const pattern = `%${text.replace(/[!%_]/g, '!$&')}%`;
  const columns = ['a.username', 'a.display_name'];
  return [
    {
      sql: columns.map((column) => `lower(${column}) like ? escape '!'`).join(' or '),
      params: columns.map(() => pattern),
    },
  ];
}
