import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { belowPaths, type SqlCondition } from '../../organisations/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** How far a unit is with a round: its monitored projects (人员类 are exempt) by the state of their reports. */
export interface ReportProgress {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly projects: number;
  /** Nothing saved yet. */
  readonly notBegun: number;
  readonly draft: number;
  readonly returned: number;
  readonly submitted: number;
  readonly unitApproved: number;
  /** Taken by finance, locked ones included. */
  readonly accepted: number;
}

export interface ProjectUnit {
  readonly projectId: string;
  readonly name: string;
  readonly organisationId: string;
}

const inState = (...states: readonly string[]): string =>
  `sum(case when r.status in (${states.map((state) => `'${state}'`).join(', ')}) then 1 else 0 end)`;

const PROGRESS = `
  select o.id as organisationId, o.code as code, o.name as name, o.path as path, count(*) as projects,
         sum(case when r.id is null then 1 else 0 end) as notBegun, ${inState('draft')} as draft,
         ${inState('returned')} as returned, ${inState('submitted')} as submitted,
         ${inState('unitApproved')} as unitApproved, ${inState('accepted', 'locked')} as accepted
  from project p
  join organisation o on o.id = p.organisation_id
  left join project_report r on r.project_id = p.id and r.round_id = ?
  where p.year = ? and p.start_month <= ? and p.personnel = ?`;

/** Counts the reports of a round by unit and state: one grouped statement, however many units. */
@Injectable()
export class ReportProgressQuery {
  /** Units below the path prefixes, in the order of their codes; those without monitored projects are left out. */
  below(
    manager: EntityManager,
    round: MonitoringRound,
    prefixes: readonly string[],
  ): Promise<readonly ReportProgress[]> {
    return this.read(manager, round, belowPaths('o.path', prefixes));
  }

  /** The same of certain units. */
  async of(
    manager: EntityManager,
    round: MonitoringRound,
    organisationIds: readonly string[],
  ): Promise<readonly ReportProgress[]> {
    if (organisationIds.length === 0) return [];
    const sql = `o.id in (${placeholders(organisationIds.length)})`;
    return this.read(manager, round, { sql, params: organisationIds });
  }

  /** Which unit each of these projects is of. */
  async unitsOf(manager: EntityManager, projectIds: readonly string[]): Promise<readonly ProjectUnit[]> {
    const found: ProjectUnit[] = [];
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const ids = projectIds.slice(start, start + CHUNK);
      const sql = `select id as projectId, name, organisation_id as organisationId from project
                   where id in (${placeholders(ids.length)})`;
      found.push(...(await manager.query<ProjectUnit[]>(sql, ids)));
    }
    return found;
  }

  private async read(
    manager: EntityManager,
    { id, year, month }: MonitoringRound,
    scope: SqlCondition,
  ): Promise<readonly ReportProgress[]> {
    const sql = `${PROGRESS} and ${scope.sql} group by o.id, o.code, o.name, o.path order by o.code`;
    const rows = await manager.query<ReportProgress[]>(sql, [id, year, month, 0, ...scope.params]);
    // Sums come as text from MySQL.
    return rows.map((row) => ({
      ...row,
      projects: Number(row.projects),
      notBegun: Number(row.notBegun),
      draft: Number(row.draft),
      returned: Number(row.returned),
      submitted: Number(row.submitted),
      unitApproved: Number(row.unitApproved),
      accepted: Number(row.accepted),
    }));
  }
}

/** How many reports the unit itself still has to hand in. */
export const owedBy = ({ notBegun, draft, returned }: ReportProgress): number => notBegun + draft + returned;
