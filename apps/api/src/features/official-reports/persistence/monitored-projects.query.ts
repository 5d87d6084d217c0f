import type { Light, Likelihood, Reason } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { belowPaths } from '../../organisations/index.js';

/** Columns of a project's light, report and forecast as they are stored; JSON as text. */
export interface MonitoredRow {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly exempt: boolean | number;
  readonly initialBudgetFen: number | string | null;
  readonly budgetFen: number | string | null;
  readonly spentFen: number | string | null;
  readonly plannedFen: number | string | null;
  readonly light: Light;
  readonly spendLight: Light;
  readonly goalLight: Light;
  readonly previousLight: Light | null;
  readonly notReported: boolean | number;
  readonly mismatch: 'moneyAhead' | 'goalsAhead' | null;
  readonly assessment: string;
  readonly indicators: string;
  readonly reasons: string | null;
  readonly reasonNote: string | null;
  readonly expectedFen: number | string | null;
  readonly forecastFen: number | string | null;
}

/** What a unit says of an indicator besides its result. */
export interface RemarkRow {
  readonly projectId: string;
  readonly lineageId: string;
  readonly reasons: readonly Reason[];
  readonly reasonNote: string | null;
  readonly likelihood: Likelihood | null;
  readonly note: string | null;
}

const ROWS = `
  select l.project_id as id, p.name as name, l.organisation_id as unitId, o.name as unitName, l.exempt as exempt,
    v.initial_budget_fen as initialBudgetFen, l.adjusted_budget_fen as budgetFen, l.expenditure_fen as spentFen,
    l.planned_fen as plannedFen, l.light as light, l.spend_light as spendLight, l.goal_light as goalLight,
    l.previous_light as previousLight, l.not_reported as notReported, l.mismatch as mismatch, l.assessment as assessment,
    l.indicators as indicators, r.reasons as reasons, r.reason_note as reasonNote,
    r.expected_full_year_fen as expectedFen, f.forecast_fen as forecastFen
  from project_light l
  join project p on p.id = l.project_id
  join organisation o on o.id = l.organisation_id
  join target_version v on v.project_id = l.project_id and v.version = l.target_version
  left join project_report r on r.round_id = l.round_id and r.project_id = l.project_id
  left join project_forecast f on f.round_id = l.round_id and f.project_id = l.project_id
  where l.round_id = ? and l.project_id in`;

const REMARKS = `
  select r.project_id as projectId, a.lineage_id as lineageId, a.reasons as reasons, a.reason_note as reasonNote,
    a.likelihood as likelihood, a.note as note
  from project_report r join indicator_result a on a.report_id = r.id
  where (a.reasons <> '[]' or a.likelihood is not null) and r.round_id = ? and r.project_id in`;

/** The projects of a round below an organisation as a report tells of them, read as plain rows. */
@Injectable()
export class MonitoredProjectsQuery {
  async ids(manager: EntityManager, roundId: string, path: string): Promise<readonly string[]> {
    const within = belowPaths('o.path', [path]);
    const sql = `select l.project_id as id from project_light l join organisation o on o.id = l.organisation_id
                 where l.round_id = ? and ${within.sql} order by l.project_id`;
    const rows = await manager.query<{ id: string }[]>(sql, [roundId, ...within.params]);
    return rows.map(({ id }) => id);
  }

  /** @param projectIds some hundred */
  rows(manager: EntityManager, roundId: string, projectIds: readonly string[]): Promise<readonly MonitoredRow[]> {
    const sql = `${ROWS} (${placeholders(projectIds.length)}) order by l.project_id`;
    return manager.query<MonitoredRow[]>(sql, [roundId, ...projectIds]);
  }

  /** @param projectIds some hundred */
  async remarks(manager: EntityManager, roundId: string, projectIds: readonly string[]): Promise<readonly RemarkRow[]> {
    const sql = `${REMARKS} (${placeholders(projectIds.length)})`;
    const rows = await manager.query<(Omit<RemarkRow, 'reasons'> & { readonly reasons: string })[]>(sql, [
      roundId,
      ...projectIds,
    ]);
    return rows.map((row) => ({ ...row, reasons: JSON.parse(row.reasons) as readonly Reason[] }));
  }
}
