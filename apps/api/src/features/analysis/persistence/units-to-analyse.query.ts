import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { ANALYSIS_JOBS, roundKey, unitsKey } from '../jobs/analysis.jobs.js';

export interface UnitOfRound {
  readonly organisationId: string;
  readonly projects: number;
}

const ANALYSED = 'exists (select 1 from unit_outlook u where u.round_id = n.id)';

const NAMES = ANALYSIS_JOBS.map(({ name }) => name);

/** Which units of which rounds there is something to analyse of. */
@Injectable()
export class UnitsToAnalyse {
  /** The units with lights in a round, and those that had some when it was analysed last. */
  async ofRound(manager: EntityManager, roundId: string): Promise<readonly UnitOfRound[]> {
    const sql = `
      select x.id as organisationId, sum(x.projects) as projects from (
        select organisation_id as id, count(*) as projects from project_light where round_id = ? group by organisation_id
        union all
        select organisation_id as id, 0 as projects from unit_outlook where round_id = ?) x
      group by x.id order by x.id`;
    const rows = await manager.query<{ organisationId: string; projects: number | string }[]>(sql, [roundId, roundId]);
    return rows.map(({ organisationId, projects }) => ({ organisationId, projects: Number(projects) }));
  }

  /** The projects of a unit that are monitored in a round, as they were when their lights were computed. */
  async projectIds(manager: EntityManager, roundId: string, organisationId: string): Promise<readonly string[]> {
    const sql = `select project_id as id from project_light
                 where round_id = ? and organisation_id = ? and exempt = ? order by project_id`;
    const rows = await manager.query<{ id: string }[]>(sql, [roundId, organisationId, 0]);
    return rows.map(({ id }) => id);
  }

  /** Rounds with lights of which nothing was analysed: of the time before there was an analysis, or whose job has died. */
  async roundsWithout(manager: EntityManager): Promise<readonly string[]> {
    const sql = `select r.id as id from monitoring_round r
                 where exists (select 1 from project_light l where l.round_id = r.id)
                   and not exists (select 1 from unit_outlook u where u.round_id = r.id) order by r.year, r.month`;
    const rows = await manager.query<{ id: string }[]>(sql);
    return rows.map(({ id }) => id);
  }

  /** The later rounds of the same year that were analysed, in which what has changed in this one counts as well. */
  async roundsAfter(manager: EntityManager, roundId: string): Promise<readonly string[]> {
    const sql = `select n.id as id from monitoring_round r join monitoring_round n on n.year = r.year and n.month > r.month
                 where r.id = ? and ${ANALYSED} order by n.month`;
    const rows = await manager.query<{ id: string }[]>(sql, [roundId]);
    return rows.map(({ id }) => id);
  }

  /** The rounds of a year from a month on that were analysed. */
  async roundsFrom(manager: EntityManager, year: number, month: number): Promise<readonly string[]> {
    const sql = `select n.id as id from monitoring_round n
                 where n.year = ? and n.month >= ? and ${ANALYSED} order by n.month`;
    const rows = await manager.query<{ id: string }[]>(sql, [year, month]);
    return rows.map(({ id }) => id);
  }

  /** The units of some hundred projects. */
  async ofProjects(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    const sql = `select distinct organisation_id as id from project where id in (${placeholders(projectIds.length)})
                 order by organisation_id`;
    const rows = await manager.query<{ id: string }[]>(sql, [...projectIds]);
    return rows.map(({ id }) => id);
  }

  /** Whether a round is being analysed, or is about to be. */
  async isUnderWay(manager: EntityManager, roundId: string): Promise<boolean> {
    const sql = `select count(*) as jobs from job_run
                 where status in ('queued', 'running', 'waiting') and name in (${placeholders(NAMES.length)})
                   and job_key like ?`;
    const [row] = await manager.query<{ jobs: number | string }[]>(sql, [...NAMES, `${roundId}%`]);
    return Number(row?.jobs ?? 0) > 0;
  }

  /** Those of some units that are about to be analysed anew in a round, by themselves or with the whole round. */
  async busy(
    manager: EntityManager,
    roundId: string,
    organisationIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const unitOf = new Map(organisationIds.map((id) => [unitsKey(roundId, [id]), id]));
    const keys = [...unitOf.keys(), roundKey(roundId)];
    const sql = `select job_key as jobKey from job_run
                 where status in ('queued', 'running', 'waiting') and parent_id is null
                   and name in (${placeholders(NAMES.length)}) and job_key in (${placeholders(keys.length)})`;
    const rows = await manager.query<{ jobKey: string }[]>(sql, [...NAMES, ...keys]);
    if (rows.some(({ jobKey }) => jobKey === roundKey(roundId))) return new Set(organisationIds);
    return new Set(rows.flatMap(({ jobKey }) => unitOf.get(jobKey) ?? []));
  }
}
