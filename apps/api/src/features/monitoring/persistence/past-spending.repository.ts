import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Projects of organisations in years that are over. */
export interface PastScope {
  readonly organisationIds: readonly string[];
  readonly years: readonly number[];
}

export interface PastProjectRow {
  readonly projectId: string;
  readonly year: number;
  readonly startMonth: number;
  /** Of its organisation. */
  readonly path: string;
  readonly version: number;
  readonly initialBudgetFen: number | null;
}

interface OfProject {
  readonly projectId: string;
}

/** A figure of the unit's own, or of the treasury's, and for how long it was the known one; 分. */
export interface FigureRow extends OfProject {
  readonly month: number;
  readonly expenditureFen: number | null;
  readonly fiscalFen: number | null;
  readonly otherFen: number | null;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
}

export interface AdjustmentRow extends OfProject {
  readonly effectiveOn: string;
  readonly kind: 'addition' | 'reduction';
  readonly amountFen: number;
}

export interface CheckpointRow extends OfProject {
  readonly version: number;
  readonly month: number;
  readonly percent: number;
}

/** By which version of its targets a project was judged in a round. */
export interface PinRow extends OfProject {
  readonly month: number;
  readonly version: number;
}

/** What a locked round was judged by. */
export interface LockedRow extends OfProject {
  readonly month: number;
  readonly adjustedBudgetFen: number | null;
  readonly expenditureFen: number | null;
}

/** All that is stored of the spending of past projects. 人员类 projects are not monitored and left out. */
export interface PastRows {
  readonly projects: readonly PastProjectRow[];
  readonly own: readonly FigureRow[];
  readonly treasury: readonly FigureRow[];
  readonly adjustments: readonly AdjustmentRow[];
  readonly checkpoints: readonly CheckpointRow[];
  readonly pins: readonly PinRow[];
  readonly locked: readonly LockedRow[];
}

const PROJECTS = `
  select p.id as projectId, p.year as year, p.start_month as startMonth, o.path as path, p.current_version as version,
    v.initial_budget_fen as initialBudgetFen
  from project p join organisation o on o.id = p.organisation_id
  join target_version v on v.project_id = p.id and v.version = p.current_version`;

const OWN = `
  select q.project_id as projectId, r.month as month, e.expenditure_fen as expenditureFen, e.fiscal_fen as fiscalFen,
    e.other_fen as otherFen, e.recorded_at as recordedAt, e.superseded_at as supersededAt
  from project p join project_report q on q.project_id = p.id join monitoring_round r on r.id = q.round_id
  join reported_expenditure e on e.report_id = q.id`;

const TREASURY = `
  select f.project_id as projectId, f.month as month, f.expenditure_fen as expenditureFen, f.fiscal_fen as fiscalFen,
    f.other_fen as otherFen, f.recorded_at as recordedAt, f.superseded_at as supersededAt
  from project p join treasury_figure f on f.project_id = p.id`;

const ADJUSTMENTS = `
  select a.project_id as projectId, a.effective_on as effectiveOn, a.kind as kind, a.amount_fen as amountFen
  from project p join budget_adjustment a on a.project_id = p.id`;

const CHECKPOINTS = `
  select v.project_id as projectId, v.version as version, c.month as month, c.percent as percent
  from project p join target_version v on v.project_id = p.id join schedule_checkpoint c on c.target_version_id = v.id`;

const PINS = `
  select t.project_id as projectId, r.month as month, t.version as version
  from project p join round_target t on t.project_id = p.id join monitoring_round r on r.id = t.round_id`;

const LOCKED = `
  select l.project_id as projectId, r.month as month, l.adjusted_budget_fen as adjustedBudgetFen,
    l.expenditure_fen as expenditureFen
  from project p join project_light l on l.project_id = p.id
  join monitoring_round r on r.id = l.round_id and r.status = 'locked'`;

/** Money and decimals come as text from MySQL. */
type Row<T> = { readonly [K in keyof T]: T[K] extends number | null ? number | string | null : T[K] };

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Reads the past of many projects at once. */
@Injectable()
export class PastSpendingRepository {
  /** Organisations that have projects, by path. */
  async organisations(manager: EntityManager): Promise<readonly { readonly id: string; readonly path: string }[]> {
    return manager.query(
      'select id as id, path as path from organisation o where exists (select 1 from project p where p.organisation_id = o.id) order by path',
    );
  }

  async years(manager: EntityManager): Promise<readonly number[]> {
    const rows = await manager.query<{ year: number }[]>('select distinct year as year from project order by year');
    return rows.map(({ year }) => Number(year));
  }

  async read(manager: EntityManager, { organisationIds, years }: PastScope): Promise<PastRows> {
    const scope = `where p.personnel = 0 and p.organisation_id in (${marks(organisationIds)}) and p.year in (${marks(years)})`;
    const params = [...organisationIds, ...years];
    const rows = async <T>(sql: string, numbers: readonly (keyof T)[]): Promise<readonly T[]> => {
      const found = await manager.query<Row<T>[]>(`${sql} ${scope}`, params);
      return found.map((row) => withNumbers(row, numbers));
    };
    const money = ['month', 'expenditureFen', 'fiscalFen', 'otherFen'] as const;
    return {
      projects: await rows<PastProjectRow>(PROJECTS, ['year', 'startMonth', 'version', 'initialBudgetFen']),
      own: await rows<FigureRow>(OWN, money),
      treasury: await rows<FigureRow>(TREASURY, money),
      adjustments: await rows<AdjustmentRow>(ADJUSTMENTS, ['amountFen']),
      checkpoints: await rows<CheckpointRow>(CHECKPOINTS, ['version', 'month', 'percent']),
      pins: await rows<PinRow>(PINS, ['month', 'version']),
      locked: await rows<LockedRow>(LOCKED, ['month', 'adjustedBudgetFen', 'expenditureFen']),
    };
  }
}

function withNumbers<T>(row: Row<T>, numbers: readonly (keyof T)[]): T {
  const read = numbers.map((key) => [key, row[key] === null ? null : Number(row[key])] as const);
  return { ...row, ...Object.fromEntries(read) } as T;
}
