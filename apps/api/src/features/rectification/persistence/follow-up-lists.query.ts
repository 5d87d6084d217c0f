import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { startOfChinaDay } from '../../../platform/runtime/clock.js';
import { belowPaths } from '../../organisations/index.js';
import type { MeasureQuery } from '../http/budget-measures.dto.js';
import type { NamingQuery } from '../http/named-units.dto.js';
import type { SupervisionQuery } from '../http/supervisions.dto.js';
import { Conditions } from './conditions.js';
import { idPage, type IdPage } from './id-page.query.js';

const MEASURES = `budget_measure t join organisation o on o.id = t.organisation_id
  join project p on p.id = t.project_id`;
const NAMINGS = `named_unit t join organisation o on o.id = t.organisation_id
  join monitoring_round r on r.id = t.round_id`;
const SUPERVISIONS = `supervision t join organisation o on o.id = t.organisation_id
  left join project p on p.id = t.project_id`;

const NEWEST = 't.id desc';
/** What is still to be done before what is not, the nearest deadline first. */
const BY_DEADLINE = "case when t.state = 'closed' then 1 else 0 end, t.deadline, t.id";

/** Which measures, named units and matters under supervision a filter finds. */
@Injectable()
export class FollowUpLists {
  async measures(
    manager: EntityManager,
    user: CurrentUser,
    scope: readonly string[],
    query: MeasureQuery,
  ): Promise<IdPage & { readonly postedFen: number }> {
    const where = new Conditions()
      .below('o.path', scope)
      .equal('p.year', query.year)
      .equal('t.kind', query.kind)
      .found(query.q, 'p.name', 'p.code', 'o.name', 't.reason');
    if (query.state === 'undecided') where.add("t.state in ('proposed', 'approved')");
    else where.equal('t.state', query.state);
    if (query.forNextYear) where.add('t.next_year_note is not null');
    if (query.mine) addMeasuresWaiting(where, user);
    const page = await idPage(manager, MEASURES, where, NEWEST, query);
    const sql = `select sum(t.amount_fen) as posted from ${MEASURES} where ${where.sql} and t.state = 'posted'`;
    const [sum] = await manager.query<{ posted: number | string | null }[]>(sql, where.params);
    return { ...page, postedFen: Number(sum?.posted ?? 0) };
  }

  namings(manager: EntityManager, scope: readonly string[], query: NamingQuery): Promise<IdPage> {
    const where = new Conditions()
      .below('o.path', scope)
      .equal('r.year', query.year)
      .equal('r.month', query.month)
      .equal('t.kind', query.kind)
      .equal('t.state', query.state)
      .found(query.q, 'o.name', 't.reason');
    return idPage(manager, NAMINGS, where, `r.year desc, r.month desc, ${NEWEST}`, query);
  }

  supervisions(
    manager: EntityManager,
    { user, scope, today }: { readonly user: CurrentUser; readonly scope: readonly string[]; readonly today: string },
    query: SupervisionQuery,
  ): Promise<IdPage> {
    const where = new Conditions()
      .below('o.path', scope)
      .equal('t.state', query.state)
      .found(query.q, 't.matter', 'p.name', 'o.name');
    if (query.year !== undefined) addYearOfMatter(where, query.year);
    if (query.overdue) where.add("t.state = 'open' and t.deadline < ?", today);
    if (query.mine) addSupervisionsWaiting(where, user);
    return idPage(manager, SUPERVISIONS, where, BY_DEADLINE, query);
  }
}

/** What is about a unit as a whole is of the year in which it was opened, by the calendar of China. */
function addYearOfMatter(where: Conditions, year: number): void {
  const begins = (of: number): string => startOfChinaDay(`${of}-01-01`);
  const isOfYear = '(p.year = ? or (t.project_id is null and t.opened_at >= ? and t.opened_at < ?))';
  where.add(isOfYear, year, begins(year), begins(year + 1));
}

function addMeasuresWaiting(where: Conditions, user: CurrentUser): void {
  const decides = belowPaths('o.path', scopeOf(user, 'measures.decide'));
  const posts = belowPaths('o.path', scopeOf(user, 'budgets.adjust'));
  where.add(
    `((t.state = 'proposed' and t.proposed_by <> ? and ${decides.sql}) or (t.state = 'approved' and ${posts.sql}))`,
    user.username,
    ...decides.params,
    ...posts.params,
  );
}

/** What is one's own to report, or nobody's where one may; and what was reported to oneself. */
function addSupervisionsWaiting(where: Conditions, user: CurrentUser): void {
  const writes = belowPaths('o.path', scopeOf(user, 'rectifications.write'));
  where.add(
    `((t.state = 'open' and (t.owner = ? or (t.owner is null and ${writes.sql}))) or (t.state = 'reported' and t.opened_by = ?))`,
    user.username,
    ...writes.params,
    user.username,
  );
}
