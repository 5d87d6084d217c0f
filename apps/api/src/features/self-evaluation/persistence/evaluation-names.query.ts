import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

/** What self-evaluations are called, and which projects keep one. */
@Injectable()
export class EvaluationNames {
  /** As their project. */
  async of(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const sql = `select t.id as id, p.name as name from self_evaluation t join project p on p.id = t.project_id
                 where t.id in (${placeholders(ids.length)})`;
    const rows = await manager.query<{ id: string; name: string }[]>(sql, [...ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Which of some hundred projects have an evaluation that anybody had a hand in, or a final account: they stay. */
  async kept(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length === 0) return [];
    const list = placeholders(projectIds.length);
    const sql = `select t.project_id as id from self_evaluation t where t.project_id in (${list}) and (t.updated_by is not null
                   or exists (select 1 from self_evaluation_step s where s.evaluation_id = t.id))
                 union select project_id from final_account where project_id in (${list})`;
    return (await manager.query<{ id: string }[]>(sql, [...projectIds, ...projectIds])).map(({ id }) => id);
  }

  /** Drafts that nobody has changed. */
  async removeOf(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    if (projectIds.length === 0) return;
    const sql = `delete from self_evaluation where project_id in (${placeholders(projectIds.length)})`;
    await manager.query(sql, [...projectIds]);
  }
}
