import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRoundJob } from '../jobs/lock-round.jobs.js';
import { inChunks, RECOMPUTE_JOBS } from '../jobs/recompute.jobs.js';

/** Ids per statement: below the parameter limits of both databases. */
const MAX_IDS = 1000;

/** Keys begin with the id of the round. */
const ID_LENGTH = 36;

const NAMES = RECOMPUTE_JOBS.map(({ name }) => name);

@Injectable()
export class RecomputeJobRepository {
  /** Number of jobs of this round that are queued, running or waiting for their chunks. */
  async underWay(manager: EntityManager, roundId: string): Promise<number> {
    const sql = `select count(*) as jobs from job_run
                 where status in ('queued', 'running', 'waiting') and name in (${placeholders(NAMES.length)})
                   and job_key like ?`;
    const [row] = await manager.query<{ jobs: number | string }[]>(sql, [...NAMES, `${roundId}%`]);
    return Number(row?.jobs ?? 0);
  }

  /** Id of the job that locks this round; null where none is under way. */
  async locking(manager: EntityManager, roundId: string): Promise<string | null> {
    const sql = `select id from job_run where name = ? and job_key = ? and status in ('queued', 'running') order by id`;
    const [row] = await manager.query<{ id: string }[]>(sql, [lockRoundJob.name, roundId]);
    return row?.id ?? null;
  }

  /** Ids of the open rounds of which a job has died or was called off after an instant. */
  async failedSince(manager: EntityManager, instant: string): Promise<readonly string[]> {
    const sql = `select distinct r.id as id from job_run j
                 join monitoring_round r on r.status = 'open' and r.id = substr(j.job_key, 1, ${ID_LENGTH})
                 where j.status in ('dead', 'cancelled') and j.name in (${placeholders(NAMES.length)})
                   and j.finished_at > ? order by r.id`;
    const rows = await manager.query<{ id: string }[]>(sql, [...NAMES, instant]);
    return rows.map(({ id }) => id);
  }

  /** Ids of the open rounds in which these projects take part. */
  async openRoundsOf(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<readonly { readonly roundId: string; readonly projectId: string }[]> {
    const found: { roundId: string; projectId: string }[] = [];
    for (const ids of inChunks(projectIds, MAX_IDS)) {
      const sql = `select r.id as roundId, p.id as projectId from project p
                   join monitoring_round r on r.year = p.year and r.status = 'open' and p.start_month <= r.month
                   where p.id in (${placeholders(ids.length)}) order by r.month, p.id`;
      found.push(...(await manager.query<typeof found>(sql, [...ids])));
    }
    return found;
  }

  /** Ids of the projects of a round at an organisation and everywhere below it. */
  async below(manager: EntityManager, roundId: string, organisationId: string): Promise<readonly string[]> {
    const [top] = await manager.query<{ path: string }[]>('select path from organisation where id = ?', [
      organisationId,
    ]);
    const sql = `select p.id as id from project p join organisation o on o.id = p.organisation_id
                 join monitoring_round r on r.year = p.year and p.start_month <= r.month
                 where r.id = ? and o.path like ? order by p.id`;
    const rows = await manager.query<{ id: string }[]>(sql, [roundId, `${top?.path ?? '/none/'}%`]);
    return rows.map(({ id }) => id);
  }

  /** Open rounds whose last reporting day is before `today` and that have not been judged since (R28). */
  async pastDeadline(manager: EntityManager, today: string): Promise<readonly string[]> {
    const sql = `select id from monitoring_round
                 where status = 'open' and closes_on < ? and deadline_assessed = ? order by id`;
    const rows = await manager.query<{ id: string }[]>(sql, [today, 0]);
    return rows.map(({ id }) => id);
  }
}
