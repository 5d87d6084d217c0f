import { REPORT_STATES, type ReportState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonitoringRound } from './monitoring-round.entity.js';

/** How many monitored projects of a round have their report in which state. */
export type ReportStates = Record<ReportState | 'notReported', number>;

interface Group {
  readonly state: ReportState | null;
  /** Comes as text from MySQL. */
  readonly projects: number | string;
}

const GROUPS = `
  select r.status as state, count(*) as projects
  from project p left join project_report r on r.round_id = ? and r.project_id = p.id
  where p.year = ? and p.start_month <= ? and p.personnel = ?
  group by r.status`;

export const NO_REPORTS = Object.fromEntries(
  ['notReported', ...REPORT_STATES].map((state) => [state, 0]),
) as ReportStates;

/** Counts the reports of the projects that a round monitors; 人员类 are exempt and owe none. */
@Injectable()
export class ReportStatesQuery {
  async run(
    manager: EntityManager,
    { id, year, month }: Pick<MonitoringRound, 'id' | 'year' | 'month'>,
  ): Promise<ReportStates> {
    const groups = await manager.query<Group[]>(GROUPS, [id, year, month, 0]);
    const counts = groups.map(({ state, projects }) => [state ?? 'notReported', Number(projects)] as const);
    return { ...NO_REPORTS, ...Object.fromEntries(counts) };
  }
}
