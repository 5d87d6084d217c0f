import { exact, roundHalfAway } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { belowPaths, OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { LinkedProjectPage, LinkedQuery } from '../http/comparisons.dto.js';
import { percent } from './shares.js';

type Figure = number | string | null;

/** Money and rates come as text from MySQL. */
interface Row {
  readonly organisationName: string;
  readonly projectId: string;
  readonly name: string;
  readonly budgetFen: Figure;
  readonly spentFen: Figure;
  readonly executionRate: Figure;
  readonly goalPercent: Figure;
  readonly beforeId: string;
  readonly beforeName: string;
  readonly beforeBudgetFen: Figure;
  readonly beforeSpentFen: Figure;
  readonly beforeRate: Figure;
  readonly beforeGoal: Figure;
}

/** Where nobody said what a project continues, it is the one of its code that no other one continues (R3). */
const BY_CODE = `(select c.id from project c where c.year = p.year - 1 and c.code = p.code
  and not exists (select 1 from project s where s.continues_project_id = c.id))`;

const FROM = `
  from project_forecast f
  join project p on p.id = f.project_id
  join organisation o on o.id = f.organisation_id
  join project q on q.id = coalesce(p.continues_project_id, ${BY_CODE})
  join project_forecast b on b.project_id = q.id and b.round_id = ?
  join organisation w on w.id = b.organisation_id`;

const COLUMNS = `
  o.name as organisationName, p.id as projectId, p.name as name, f.budget_fen as budgetFen, f.spent_fen as spentFen,
  f.execution_rate as executionRate, f.goal_percent as goalPercent, q.id as beforeId, q.name as beforeName,
  b.budget_fen as beforeBudgetFen, b.spent_fen as beforeSpentFen, b.execution_rate as beforeRate,
  b.goal_percent as beforeGoal`;

const FALLEN_MOST = `case when f.execution_rate is null or b.execution_rate is null then 1 else 0 end,
  f.execution_rate - b.execution_rate, p.name, p.id`;

/**
 * Projects beside the ones of the year before that they continue, at the same month, those that have fallen back most
 * first. A predecessor at a unit that the reader may not see is left out, as it is on the page of the project.
 */
@Injectable()
export class LinkedProjectsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly access: OrganisationAccess,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: LinkedQuery): Promise<LinkedProjectPage> {
    const { year, month, page, size } = query;
    const manager = this.uow.reader;
    const scope = belowPaths('o.path', await this.access.scope(user, 'lights.read', query.organisationId));
    const reach = belowPaths('w.path', await this.access.scope(user, 'lights.read'));
    const { id } = await this.rounds.require(manager, year, month);
    const previous = await this.rounds.find(manager, year - 1, month);
    if (previous === null) return { items: [], total: 0, page, size };
    const where = `f.round_id = ? and ${scope.sql} and ${reach.sql}`;
    const params = [previous.id, id, ...scope.params, ...reach.params];
    const countSql = `select count(*) as total ${FROM} where ${where}`;
    const [count] = await manager.query<{ total: number | string }[]>(countSql, params);
    const sql = `select ${COLUMNS} ${FROM} where ${where} order by ${FALLEN_MOST} limit ? offset ?`;
    const rows = await manager.query<Row[]>(sql, [...params, size, (page - 1) * size]);
    return { items: rows.map(itemOf), total: Number(count?.total ?? 0), page, size };
  }
}

function itemOf(row: Row): LinkedProjectPage['items'][number] {
  const now = {
    projectId: row.projectId,
    name: row.name,
    budgetFen: numberOf(row.budgetFen),
    spentFen: numberOf(row.spentFen),
    executionRate: percent(row.executionRate),
    goalPercent: percent(row.goalPercent),
  };
  const before = {
    projectId: row.beforeId,
    name: row.beforeName,
    budgetFen: numberOf(row.beforeBudgetFen),
    spentFen: numberOf(row.beforeSpentFen),
    executionRate: percent(row.beforeRate),
    goalPercent: percent(row.beforeGoal),
  };
  return {
    organisationName: row.organisationName,
    now,
    before,
    rateChange: difference(now.executionRate, before.executionRate),
    goalChange: difference(now.goalPercent, before.goalPercent),
  };
}

const difference = (now: number | null, before: number | null): number | null =>
  now === null || before === null ? null : roundHalfAway(exact(now).sub(before), 2);

const numberOf = (value: Figure): number | null => (value === null ? null : Number(value));
