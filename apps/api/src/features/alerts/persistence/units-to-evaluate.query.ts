import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { ALERT_JOBS } from '../jobs/alerts.jobs.js';

const NAMES = ALERT_JOBS.map(({ name }) => name);
const UNDER_WAY = `j.status in ('queued', 'running', 'waiting') and j.name in (${placeholders(NAMES.length)})`;

/** Keys of jobs begin with the id of the round. */
const ROUND_OF_JOB = 'substr(j.job_key, 1, 36)';

/** What there is to look at, and what of it is looked at already. */
@Injectable()
export class UnitsToEvaluate {
  /** The units with lights in a round, and those that have alerts in it. */
  async ofRound(
    manager: EntityManager,
    roundId: string,
  ): Promise<readonly { readonly organisationId: string; readonly projects: number }[]> {
    const sql = `
      select x.id as organisationId, sum(x.projects) as projects from (
        select organisation_id as id, count(*) as projects from project_light where round_id = ? group by organisation_id
        union all
        select distinct organisation_id as id, 0 as projects from alert where round_id = ?) x
      group by x.id order by x.id`;
    const rows = await manager.query<{ organisationId: string; projects: number | string }[]>(sql, [roundId, roundId]);
    return rows.map(({ organisationId, projects }) => ({ organisationId, projects: Number(projects) }));
  }

  /** Whether alerts of a round are being looked at, or are about to be. */
  async isUnderWay(manager: EntityManager, roundId: string): Promise<boolean> {
    const sql = `select 1 from job_run j where ${UNDER_WAY} and j.job_key like ? limit 1`;
    return (await manager.query<unknown[]>(sql, [...NAMES, `${roundId}%`])).length > 0;
  }

  /** The same of any earlier round of its year. */
  async isEarlierUnderWay(manager: EntityManager, roundId: string): Promise<boolean> {
    const sql = `select 1 from monitoring_round r
      join monitoring_round e on e.year = r.year and e.month < r.month
      join job_run j on ${ROUND_OF_JOB} = e.id and ${UNDER_WAY}
      where r.id = ? limit 1`;
    return (await manager.query<unknown[]>(sql, [...NAMES, roundId])).length > 0;
  }

  /** Rounds that were analysed and never looked at for alerts, oldest first: those of the time before there were any. */
  async roundsWithout(manager: EntityManager): Promise<readonly string[]> {
    const sql = `select r.id as id from monitoring_round r
      where exists (select 1 from unit_outlook u where u.round_id = r.id)
        and not exists (select 1 from alert_round a where a.round_id = r.id) order by r.year, r.month`;
    const rows = await manager.query<{ id: string }[]>(sql);
    return rows.map(({ id }) => id);
  }

  /** The newest rounds of their years in which somebody has to answer, not looked at as a whole since a day; locked ones stay. */
  async roundsDue(manager: EntityManager, today: string): Promise<readonly string[]> {
    const sql = `select r.id as id from monitoring_round r join alert_round a on a.round_id = r.id
      where a.live = ? and a.evaluated_on < ? and r.status = 'open' and not exists (
        select 1 from monitoring_round n join alert_round b on b.round_id = n.id where n.year = r.year and n.month > r.month)
      order by r.year, r.month`;
    const rows = await manager.query<{ id: string }[]>(sql, [1, today]);
    return rows.map(({ id }) => id);
  }

  /** The newest live rounds of their years: those that other rules apply to at once. */
  async roundsInForce(manager: EntityManager): Promise<readonly string[]> {
    return this.roundsDue(manager, '9999-12-31');
  }
}
