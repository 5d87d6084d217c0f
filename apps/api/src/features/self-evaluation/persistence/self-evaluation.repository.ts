import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { insertRows, upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { SelfEvaluationStep } from './self-evaluation-step.entity.js';
import { SelfEvaluation } from './self-evaluation.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 500;

/** Self-evaluations and the trail of what happened to them. */
@Injectable()
export class SelfEvaluationRepository {
  find(manager: EntityManager, id: string): Promise<SelfEvaluation | null> {
    return manager.findOneBy(SelfEvaluation, { id });
  }

  ofProject(manager: EntityManager, projectId: string): Promise<SelfEvaluation | null> {
    return manager.findOneBy(SelfEvaluation, { projectId });
  }

  /** In the order of the ids; one that is not there is left out. */
  async byIds(manager: EntityManager, ids: readonly string[]): Promise<readonly SelfEvaluation[]> {
    const found = new Map<string, SelfEvaluation>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      const rows = await manager.findBy(SelfEvaluation, { id: In(ids.slice(start, start + CHUNK)) });
      for (const row of rows) found.set(row.id, row);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** The rows, held until the transaction ends. */
  async hold(manager: EntityManager, ids: readonly string[]): Promise<readonly SelfEvaluation[]> {
    await lockRows(manager, 'self_evaluation', ids, 'exclusive');
    return this.byIds(manager, ids);
  }

  /** Of some projects, by project. */
  async ofProjects(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, SelfEvaluation>> {
    const found = new Map<string, SelfEvaluation>();
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const rows = await manager.findBy(SelfEvaluation, { projectId: In(projectIds.slice(start, start + CHUNK)) });
      for (const row of rows) found.set(row.projectId, row);
    }
    return found;
  }

  /** Ids of the evaluations of a year after this one, in order. */
  async idsAfter(manager: EntityManager, year: number, after: string, limit: number): Promise<readonly string[]> {
    const sql = 'select id as id from self_evaluation where year = ? and id > ? order by id limit ?';
    const rows = await manager.query<{ id: string }[]>(sql, [year, after, limit]);
    return rows.map(({ id }) => id);
  }

  count(manager: EntityManager, year: number): Promise<number> {
    return manager.countBy(SelfEvaluation, { year });
  }

  async hasAccepted(manager: EntityManager, year: number): Promise<boolean> {
    const sql = "select 1 as found from self_evaluation where year = ? and state = 'accepted' limit 1";
    return (await manager.query<unknown[]>(sql, [year])).length > 0;
  }

  /** The accepted ones of a year with the seal that they name. */
  acceptedOf(
    manager: EntityManager,
    year: number,
  ): Promise<{ readonly id: string; readonly sealVersion: number | null; readonly name: string }[]> {
    const sql = `select t.id as id, t.seal_version as sealVersion, p.name as name
                 from self_evaluation t join project p on p.id = t.project_id
                 where t.year = ? and t.state = 'accepted' order by t.id`;
    return manager.query(sql, [year]);
  }

  /** Which of these projects have none yet. */
  async without(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length === 0) return [];
    const sql = `select project_id as projectId from self_evaluation where project_id in (${placeholders(projectIds.length)})`;
    const rows = await manager.query<{ projectId: string }[]>(sql, [...projectIds]);
    const present = new Set(rows.map(({ projectId }) => projectId));
    return projectIds.filter((id) => !present.has(id));
  }

  async insert(manager: EntityManager, rows: readonly SelfEvaluation[]): Promise<void> {
    await insertRows(manager, SelfEvaluation, rows);
  }

  /** Rows that are held, as they are to be. */
  async replace(manager: EntityManager, rows: readonly SelfEvaluation[]): Promise<void> {
    if (rows.length > 0) await upsertRows(manager, SelfEvaluation, rows, ['id']);
  }

  async update(manager: EntityManager, id: string, change: Partial<SelfEvaluation>): Promise<void> {
    await manager.update(SelfEvaluation, { id }, change as QueryDeepPartialEntity<SelfEvaluation>);
  }

  async addSteps(manager: EntityManager, steps: readonly SelfEvaluationStep[]): Promise<void> {
    await insertRows(manager, SelfEvaluationStep, steps);
  }

  /** Oldest first. */
  steps(manager: EntityManager, evaluationId: string): Promise<SelfEvaluationStep[]> {
    return manager.find(SelfEvaluationStep, { where: { evaluationId }, order: { ordinal: 'ASC' } });
  }

  /** Of many, oldest first. */
  async stepsOf(manager: EntityManager, ids: readonly string[]): Promise<readonly SelfEvaluationStep[]> {
    const found: SelfEvaluationStep[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) {
      const evaluationId = In(ids.slice(start, start + CHUNK));
      const order = { evaluationId: 'ASC', ordinal: 'ASC' } as const;
      found.push(...(await manager.find(SelfEvaluationStep, { where: { evaluationId }, order })));
    }
    return found;
  }

  /** Ordinal of the last step of each; none of those that have no step. */
  async lastOrdinals(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = new Map<string, number>();
    for (let start = 0; start < ids.length; start += CHUNK) {
      const some = ids.slice(start, start + CHUNK);
      const sql = `select evaluation_id as id, max(ordinal) as last from self_evaluation_step
                   where evaluation_id in (${placeholders(some.length)}) group by evaluation_id`;
      const rows = await manager.query<{ id: string; last: number | string }[]>(sql, some);
      for (const { id, last } of rows) found.set(id, Number(last));
    }
    return found;
  }
}
