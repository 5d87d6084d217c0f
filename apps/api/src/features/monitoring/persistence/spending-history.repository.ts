import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { belowPaths } from '../../organisations/index.js';

/** Who recorded a figure, and how long it was the known one. */
interface Recorded {
  readonly month: number;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly supersededAt: string | null;
}

/** A figure of the unit's own, in 分. */
export interface OwnRecord extends Recorded {
  readonly expenditureFen: number;
  readonly fiscalFen: number;
  readonly otherFen: number;
}

/** A figure of the treasury's, in 分; null where it does not tell. */
export interface TreasuryRecord extends Recorded {
  readonly expenditureFen: number | null;
  readonly fiscalFen: number | null;
  readonly otherFen: number | null;
}

/** All that was ever recorded of a project's spending, superseded figures included (R43). */
export interface SpendingRecords {
  readonly own: readonly OwnRecord[];
  readonly treasury: readonly TreasuryRecord[];
  /** When the rounds of the year were locked, by month. */
  readonly lockedAt: ReadonlyMap<number, string>;
}

/** Which projects make a pool: those below a path, of some years, by what was known at an instant. */
export interface PoolScope {
  readonly path: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly knownAt: string;
}

/** Cumulative expenditure of a pool at the end of a month, and of how many projects it is known. */
export interface PoolMonth {
  readonly year: number;
  readonly month: number;
  readonly expenditureFen: number;
  readonly projects: number;
}

/** How many projects of a pool began in a month of a year. */
export interface PoolStart {
  readonly year: number;
  readonly startMonth: number;
  readonly projects: number;
}

/** What a project had spent by the end of a month. */
export interface YearEndMonth {
  readonly projectId: string;
  readonly year: number;
  readonly month: number;
  readonly expenditureFen: number;
}

/** Money comes as text from MySQL. */
type Row<T> = { readonly [K in keyof T]: T[K] extends number | null ? number | string | null : T[K] };

/** By ids of rounds and projects: joined to the rounds of a year, all reports of those would be looked through. */
const ownSql = (rounds: number, projects: number): string => `
  select p.round_id as roundId, p.project_id as projectId, e.expenditure_fen as expenditureFen, e.fiscal_fen as fiscalFen,
    e.other_fen as otherFen, e.recorded_at as recordedAt, e.recorded_by as recordedBy, e.superseded_at as supersededAt
  from project_report p
  join reported_expenditure e on e.report_id = p.id
  where p.round_id in (${placeholders(rounds)}) and p.project_id in (${placeholders(projects)}) order by e.revision`;

const TREASURY = `
  select f.project_id as projectId, f.month as month, f.expenditure_fen as expenditureFen, f.fiscal_fen as fiscalFen, f.other_fen as otherFen,
    f.recorded_at as recordedAt, d.delivered_by as recordedBy, f.superseded_at as supersededAt
  from treasury_figure f join treasury_delivery d on d.id = f.delivery_id
  where f.project_id in`;

const known = (alias: string): string =>
  `${alias}.recorded_at <= ? and (${alias}.superseded_at is null or ${alias}.superseded_at > ?)`;

const TREASURY_TOTAL = 'coalesce(f.expenditure_fen, f.fiscal_fen + f.other_fen)';

/**
 * What every project below a path had spent by each month: the treasury's total where it has one, else the unit's own.
 * 人员类 projects are not monitored and do not count.
 */
function spentBelow({ path, fromYear, toYear, knownAt }: PoolScope): { sql: string; params: (string | number)[] } {
  const scope = belowPaths('o.path', [path]);
  const inPool = `join organisation o on o.id = p.organisation_id
    where p.personnel = 0 and p.year between ? and ? and ${scope.sql}`;
  const pool = [fromYear, toYear, ...scope.params];
  const at = [knownAt, knownAt];
  const sql = `
    select p.id as projectId, p.year as year, f.month as month, ${TREASURY_TOTAL} as fen
    from project p join treasury_figure f on f.project_id = p.id ${inPool}
      and ${known('f')} and ${TREASURY_TOTAL} is not null
    union all
    select p.id as projectId, p.year as year, r.month as month, e.expenditure_fen as fen
    from project p join project_report q on q.project_id = p.id join monitoring_round r on r.id = q.round_id
    join reported_expenditure e on e.report_id = q.id ${inPool}
      and ${known('e')} and not exists (
        select 1 from treasury_figure f where f.project_id = p.id and f.month = r.month
          and ${known('f')} and ${TREASURY_TOTAL} is not null)`;
  return { sql, params: [...pool, ...at, ...pool, ...at, ...at] };
}

/** The spending of projects as it was recorded, correction by correction, and summed over pools of projects. */
@Injectable()
export class SpendingHistoryRepository {
  async ofProject(manager: EntityManager, project: { id: string; year: number }): Promise<SpendingRecords> {
    const found = await this.ofProjects(manager, project.year, [project.id]);
    return found.get(project.id) ?? NOTHING_RECORDED;
  }

  /** The same of some hundred projects of a year by three statements, by project; one without records has empty ones. */
  async ofProjects(
    manager: EntityManager,
    year: number,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, SpendingRecords>> {
    if (projectIds.length === 0) return new Map();
    const rounds = await manager.query<RoundRow[]>(
      'select id as id, month as month, locked_at as lockedAt from monitoring_round where year = ? order by month',
      [year],
    );
    const own = await this.ownRecords(manager, rounds, projectIds);
    const treasury = await manager.query<OfProject<TreasuryRecord>[]>(
      `${TREASURY} (${placeholders(projectIds.length)}) order by f.month, f.revision`,
      [...projectIds],
    );
    const lockedAt = new Map(rounds.flatMap(({ month, lockedAt: at }) => (at === null ? [] : [[month, at]])));
    const [ownBy, treasuryBy] = [byProject(own), byProject(treasury)];
    return new Map(
      projectIds.map((id) => [
        id,
        {
          own: (ownBy.get(id) ?? []).map(ownRecord),
          treasury: (treasuryBy.get(id) ?? []).map(treasuryRecord),
          lockedAt,
        },
      ]),
    );
  }

  /** Month after month, the corrections of each in their order. */
  private async ownRecords(
    manager: EntityManager,
    rounds: readonly RoundRow[],
    projectIds: readonly string[],
  ): Promise<readonly OfProject<OwnRecord>[]> {
    if (rounds.length === 0) return [];
    const values = [...rounds.map(({ id }) => id), ...projectIds];
    const rows = await manager.query<OwnRow[]>(ownSql(rounds.length, projectIds.length), values);
    const byRound = groupBy(rows, ({ roundId }) => roundId);
    return rounds.flatMap(({ id, month }) => (byRound.get(id) ?? []).map((row) => ({ ...row, month })));
  }

  /** A pool's expenditure by month, summed in the database. */
  async poolMonths(manager: EntityManager, { path, fromYear, toYear, knownAt }: PoolScope): Promise<PoolMonth[]> {
    const spent = spentBelow({ path, fromYear, toYear, knownAt });
    const rows = await manager.query<Row<PoolMonth>[]>(
      `select x.year as year, x.month as month, sum(x.fen) as expenditureFen, count(*) as projects
       from (${spent.sql}) x group by x.year, x.month order by x.year, x.month`,
      spent.params,
    );
    return rows.map((row) => ({
      year: Number(row.year),
      month: Number(row.month),
      expenditureFen: Number(row.expenditureFen),
      projects: Number(row.projects),
    }));
  }

  /** What each project of a pool had spent by the months in which the end of a year begins, and by its end (R48). */
  async yearEnds(manager: EntityManager, scope: PoolScope): Promise<YearEndMonth[]> {
    const spent = spentBelow(scope);
    const rows = await manager.query<Row<YearEndMonth>[]>(
      `select x.projectId as projectId, x.year as year, x.month as month, x.fen as expenditureFen
       from (${spent.sql}) x where x.month in (9, 11, 12) order by x.year, x.projectId, x.month`,
      spent.params,
    );
    return rows.map(({ projectId, ...row }) => ({
      projectId,
      year: Number(row.year),
      month: Number(row.month),
      expenditureFen: Number(row.expenditureFen),
    }));
  }

  async poolStarts(manager: EntityManager, { path, fromYear, toYear }: PoolScope): Promise<PoolStart[]> {
    const scope = belowPaths('o.path', [path]);
    const rows = await manager.query<Row<PoolStart>[]>(
      `select p.year as year, p.start_month as startMonth, count(*) as projects
       from project p join organisation o on o.id = p.organisation_id
       where p.personnel = 0 and p.year between ? and ? and ${scope.sql} group by p.year, p.start_month`,
      [fromYear, toYear, ...scope.params],
    );
    return rows.map((row) => ({
      year: Number(row.year),
      startMonth: Number(row.startMonth),
      projects: Number(row.projects),
    }));
  }
}

type OfProject<T> = Row<T> & { readonly projectId: string };

type OwnRow = Omit<OfProject<OwnRecord>, 'month'> & { readonly roundId: string };

interface RoundRow {
  readonly id: string;
  readonly month: number;
  readonly lockedAt: string | null;
}

const NOTHING_RECORDED: SpendingRecords = { own: [], treasury: [], lockedAt: new Map() };

const byProject = <T extends { readonly projectId: string }>(rows: readonly T[]): ReadonlyMap<string, readonly T[]> =>
  groupBy(rows, ({ projectId }) => projectId);

const ownRecord = (row: Row<OwnRecord>): OwnRecord => ({
  ...recorded(row),
  expenditureFen: Number(row.expenditureFen),
  fiscalFen: Number(row.fiscalFen),
  otherFen: Number(row.otherFen),
});

const treasuryRecord = (row: Row<TreasuryRecord>): TreasuryRecord => ({
  ...recorded(row),
  expenditureFen: numberOf(row.expenditureFen),
  fiscalFen: numberOf(row.fiscalFen),
  otherFen: numberOf(row.otherFen),
});

const numberOf = (value: number | string | null): number | null => (value === null ? null : Number(value));

const recorded = ({ month, recordedAt, recordedBy, supersededAt }: Row<Recorded>): Recorded => ({
  month: Number(month),
  recordedAt,
  recordedBy,
  supersededAt,
});
