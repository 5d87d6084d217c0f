import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recomputeRoundJob, roundKey } from '../jobs/recompute.jobs.js';
import { summariseLightsJob } from '../jobs/summarise-lights.job.js';

/** What the ledger of jobs says of judging a round as a whole and of summing it up. */
@Injectable()
export class SummaryJobRepository {
  /** Whether the round is being judged as a whole, part by part. */
  isJudgedWhole(manager: EntityManager, roundId: string): Promise<boolean> {
    const sql = `select id from job_run where name = ? and job_key = ? and status in ('running', 'waiting') limit 1`;
    return isAny(manager, sql, [recomputeRoundJob.name, roundKey(roundId)]);
  }

  /** Whether any round of its year is: what comes of that is passed on to the round after. */
  isYearJudgedWhole(manager: EntityManager, roundId: string): Promise<boolean> {
    const sql = `select j.id from job_run j join monitoring_round r on r.id = j.job_key
                 where j.name = ? and j.status in ('running', 'waiting')
                   and r.year = (select year from monitoring_round where id = ?) limit 1`;
    return isAny(manager, sql, [recomputeRoundJob.name, roundId]);
  }

  /** Whether a job sums the round up or is about to, or has failed to after an instant. */
  isSummedUp(manager: EntityManager, roundId: string, failedAfter: string): Promise<boolean> {
    const sql = `select id from job_run where name = ? and job_key = ?
                   and (status in ('queued', 'running') or (status in ('dead', 'cancelled') and finished_at > ?)) limit 1`;
    return isAny(manager, sql, [summariseLightsJob.name, roundId, failedAfter]);
  }
}

const isAny = async (manager: EntityManager, sql: string, values: readonly string[]): Promise<boolean> =>
  (await manager.query<unknown[]>(sql, [...values])).length > 0;
