import type { EvaluationState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { JobRun } from '../../../platform/jobs/job-run.entity.js';
import { UNENDED } from '../../../platform/jobs/job-rows.repository.js';
import { belowPaths } from '../../organisations/index.js';
import { correctEvaluationsJob, draftEvaluationsJob, rescoreEvaluationsJob } from '../jobs/evaluation-year.jobs.js';

const JOBS = [draftEvaluationsJob, rescoreEvaluationsJob, correctEvaluationsJob];

export interface StateCount {
  readonly year: number;
  readonly state: EvaluationState;
  readonly number: number;
}

/** How far the self-evaluations of each year are. */
@Injectable()
export class EvaluationYearRows {
  async states(manager: EntityManager, paths: readonly string[]): Promise<readonly StateCount[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `select t.year as year, t.state as state, count(*) as number
                 from self_evaluation t join organisation o on o.id = t.organisation_id
                 where ${scope.sql} group by t.year, t.state`;
    const rows = await manager.query<(Omit<StateCount, 'number'> & { number: number | string })[]>(sql, [
      ...scope.params,
    ]);
    return rows.map((row) => ({ ...row, number: Number(row.number) }));
  }

  async withAccepted(manager: EntityManager): Promise<ReadonlySet<number>> {
    const sql = "select distinct year as year from self_evaluation where state = 'accepted'";
    const rows = await manager.query<{ year: number }[]>(sql);
    return new Set(rows.map(({ year }) => year));
  }

  /** Jobs that make or score the drafts of a year, by year; of several the newest. */
  async running(manager: EntityManager): Promise<ReadonlyMap<number, string>> {
    const rows = await manager.find(JobRun, {
      where: { name: In(JOBS.map(({ name }) => name)), status: In([...UNENDED]) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    return new Map(rows.map(({ jobKey, id }) => [Number(jobKey), id]));
  }
}
