import { EVALUATION_STATES, type EvaluationState, type Grade, type Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { belowPaths } from '../../organisations/index.js';
import { Conditions, idPage, type IdPage } from '../../rectification/index.js';
import type { EvaluationQueryInput } from '../http/evaluations.dto.js';
import type { Department } from './evaluation-places.query.js';

const FROM = `self_evaluation t join evaluation_year y on y.year = t.year
  join organisation o on o.id = t.organisation_id join project p on p.id = t.project_id`;

/** What has no score stands behind everything that has one. */
const ORDER = {
  score: 'case when t.total is null then 1 else 0 end, t.total, t.id',
  '-score': 'case when t.total is null then 1 else 0 end, t.total desc, t.id',
  name: 'p.name, t.id',
  budget: 'case when t.adjusted_budget_fen is null then 1 else 0 end, t.adjusted_budget_fen desc, t.id',
  submitted: 'case when t.submitted_at is null then 1 else 0 end, t.submitted_at desc, t.id',
} as const satisfies Readonly<Record<EvaluationQueryInput['sort'], string>>;

const WITH_UNIT = "t.state in ('draft', 'returned')";
const DIFFERS = `t.state not in ('draft', 'returned') and t.final_account_fen is not null
  and (t.expenditure_fen is null or t.expenditure_fen <> t.final_account_fen)`;

type Filters = Omit<EvaluationQueryInput, 'page' | 'size' | 'sort'>;

export interface EvaluationReader {
  readonly user: CurrentUser;
  /** Path prefixes of the organisations that are looked at. */
  readonly scope: readonly string[];
  readonly today: string;
  /** All departments: what is below one goes past it to finance. */
  readonly departments: readonly Department[];
}

export interface EvaluationCounts {
  readonly byState: ReadonlyMap<EvaluationState, number>;
  readonly byGrade: ReadonlyMap<Grade | null, number>;
  readonly late: number;
  readonly alerts: number;
  readonly accountDiffers: number;
  readonly waiting: number;
}

/** Which self-evaluations a filter finds. */
@Injectable()
export class EvaluationSearch {
  page(manager: EntityManager, reader: EvaluationReader, query: EvaluationQueryInput): Promise<IdPage> {
    return idPage(manager, FROM, conditions(reader, query), ORDER[query.sort], query);
  }

  async counts(manager: EntityManager, reader: EvaluationReader, year: number): Promise<EvaluationCounts> {
    const where = conditions(reader, { year });
    const sql = `select t.state as state, t.grade as grade, count(*) as number,
        sum(case when ${LATE} then 1 else 0 end) as late,
        sum(case when t.alerts > 0 then 1 else 0 end) as alerts,
        sum(case when ${DIFFERS} then 1 else 0 end) as differs
      from ${FROM} where ${where.sql} group by t.state, t.grade`;
    type Group = { state: EvaluationState; grade: Grade | null } & Record<
      'number' | 'late' | 'alerts' | 'differs',
      number | string
    >;
    const groups = await manager.query<Group[]>(sql, [reader.today, ...where.params]);
    const sum = (field: 'number' | 'late' | 'alerts' | 'differs', of: (group: Group) => boolean = () => true) =>
      groups.filter(of).reduce((all, group) => all + Number(group[field]), 0);
    const grades = [...new Set(groups.map(({ grade }) => grade))];
    const { total } = await idPage(manager, FROM, conditions(reader, { year, mine: true }), 't.id', NONE);
    return {
      byState: new Map(EVALUATION_STATES.map((state) => [state, sum('number', (group) => group.state === state)])),
      byGrade: new Map(grades.map((grade) => [grade, sum('number', (group) => group.grade === grade)])),
      late: sum('late'),
      alerts: sum('alerts'),
      accountDiffers: sum('differs'),
      waiting: total,
    };
  }
}

/** Only their number is asked for. */
const NONE = { page: 1, size: 1 };

const LATE = '(t.submitted_on > y.submit_by or (t.submitted_on is null and y.submit_by < ?))';

function conditions(reader: EvaluationReader, filters: Filters): Conditions {
  const where = new Conditions()
    .add('t.year = ?', filters.year)
    .below('o.path', reader.scope)
    .equal('t.project_id', filters.projectId)
    .equal('t.state', filters.state);
  if (filters.grade === 'none') where.add('t.grade is null');
  else where.equal('t.grade', filters.grade);
  if (filters.late) where.add(LATE, reader.today);
  if (filters.alerts) where.add('t.alerts > 0');
  if (filters.mine) addWaiting(where, reader);
  return where.found(filters.q, 'p.name', 'p.code', 'o.name');
}

/** What the caller may write, and what waits for the level that he is of. */
function addWaiting(where: Conditions, { user, departments }: EvaluationReader): void {
  const within = (permission: Permission) => belowPaths('o.path', scopeOf(user, permission));
  const writes = within('evaluations.write');
  const approves = within('evaluations.approve');
  const reviews = within('evaluations.review');
  const accepts = within('evaluations.accept');
  const below = belowPaths(
    'o.path',
    departments.map(({ path }) => `${path}_`),
  );
  where.add(
    `((${WITH_UNIT} and ${writes.sql}) or (t.state = 'submitted' and ${approves.sql})
      or (t.state = 'unitApproved' and ${below.sql} and ${reviews.sql})
      or ((t.state = 'departmentApproved' or (t.state = 'unitApproved' and not ${below.sql})) and ${accepts.sql}))`,
    ...writes.params,
    ...approves.params,
    ...below.params,
    ...reviews.params,
    ...below.params,
    ...accepts.params,
  );
}
