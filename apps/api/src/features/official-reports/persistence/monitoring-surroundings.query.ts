import type { AlertReason, MonthOfYear, ReportedAlert, ReportedMeasure, ReportedRectification } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { startOfChinaDay } from '../../../platform/runtime/clock.js';
import { belowPaths } from '../../organisations/index.js';

/** The round that a report is about, and the path of the organisation that it is of. */
export interface ReportedRound {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly path: string;
}

const MONTHS = `
  select r.month as month, sum(l.expenditure_fen) as spentFen, sum(l.planned_fen) as plannedFen
  from project_light l
  join monitoring_round r on r.id = l.round_id
  join organisation o on o.id = l.organisation_id
  where r.year = ? and r.month <= ? and l.exempt = ? and l.expenditure_fen is not null and l.planned_fen is not null`;

const ALERTS = `
  select a.id as id, a.project_id as projectId, p.name as projectName, a.kind as kind, a.severity as severity,
    a.state as state, a.reason as reason, a.answer as answer, a.answer_text as answerText, a.in_time as inTime,
    a.suspension as suspension, a.on_site_check as onSiteCheck
  from alert a
  join project p on p.id = a.project_id
  join organisation o on o.id = a.organisation_id
  where a.round_id = ?`;

/** Found by this round, or still to be put right of the same year. */
const RECTIFICATIONS = `
  select t.id as id, p.name as projectName, o.name as unitName, t.finding as finding, t.measures as measures,
    coalesce(u.display_name, t.owner) as ownerName, t.deadline as deadline, t.state as state
  from rectification t
  join organisation o on o.id = t.organisation_id
  left join project p on p.id = t.project_id
  left join user_account u on u.username = t.owner
  where (t.round_id = ? or (t.state not in ('closed', 'waived')
    and (p.year = ? or (t.project_id is null and t.opened_at >= ? and t.opened_at < ?))))`;

const MEASURES = `
  select m.id as id, p.name as projectName, m.kind as kind, m.amount_fen as amountFen, m.reason as reason,
    m.state as state
  from budget_measure m
  join project p on p.id = m.project_id
  join organisation o on o.id = m.organisation_id
  where m.round_id = ? and m.state in ('proposed', 'approved', 'posted')`;

type AlertRow = Omit<ReportedAlert, 'reason' | 'inTime'> & {
  readonly reason: string;
  readonly inTime: boolean | number | null;
};

/** What stands around the lights of a round: the rounds before, and what was done about it. */
@Injectable()
export class MonitoringSurroundings {
  async months(manager: EntityManager, { year, month, path }: ReportedRound): Promise<readonly MonthOfYear[]> {
    const within = belowPaths('o.path', [path]);
    const rows = await manager.query<Record<keyof MonthOfYear, number | string | null>[]>(
      `${MONTHS} and ${within.sql} group by r.month order by r.month`,
      [year, month, 0, ...within.params],
    );
    return rows.map((row) => ({
      month: Number(row.month),
      spentFen: Number(row.spentFen),
      plannedFen: Number(row.plannedFen),
    }));
  }

  async alerts(manager: EntityManager, { id, path }: ReportedRound): Promise<readonly ReportedAlert[]> {
    const within = belowPaths('o.path', [path]);
    const sql = `${ALERTS} and ${within.sql} order by case a.severity when 'red' then 0 else 1 end, a.id`;
    const rows = await manager.query<AlertRow[]>(sql, [id, ...within.params]);
    return rows.map((row) => ({
      ...row,
      reason: JSON.parse(row.reason) as AlertReason,
      inTime: row.inTime === null ? null : Boolean(row.inTime),
    }));
  }

  rectifications(manager: EntityManager, { id, year, path }: ReportedRound): Promise<readonly ReportedRectification[]> {
    const within = belowPaths('o.path', [path]);
    const begins = (of: number): string => startOfChinaDay(`${of}-01-01`);
    return manager.query(`${RECTIFICATIONS} and ${within.sql} order by t.id`, [
      id,
      year,
      begins(year),
      begins(year + 1),
      ...within.params,
    ]);
  }

  async measures(manager: EntityManager, { id, path }: ReportedRound): Promise<readonly ReportedMeasure[]> {
    const within = belowPaths('o.path', [path]);
    const rows = await manager.query<(Omit<ReportedMeasure, 'amountFen'> & { readonly amountFen: number | string })[]>(
      `${MEASURES} and ${within.sql} order by m.id`,
      [id, ...within.params],
    );
    return rows.map((row) => ({ ...row, amountFen: row.amountFen === null ? null : Number(row.amountFen) }));
  }
}
