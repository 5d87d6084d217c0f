import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

const PROJECT = {
  join: 'left join project p on p.id = t.project_id',
  name: 'coalesce(p.name, o.name)',
} as const;
const SHOWN = {
  rectification: PROJECT,
  budget_measure: PROJECT,
  supervision: PROJECT,
  named_unit: { join: '', name: 'o.name' },
} as const;

/** What rows of this slice are called: as their project, else as their unit. */
@Injectable()
export class FollowUpNames {
  async of(
    manager: EntityManager,
    table: keyof typeof SHOWN,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (ids.length === 0) return new Map();
    const { join, name } = SHOWN[table];
    const sql = `select t.id as id, ${name} as name from ${table} t join organisation o on o.id = t.organisation_id ${join}
                 where t.id in (${placeholders(ids.length)})`;
    const rows = await manager.query<{ id: string; name: string }[]>(sql, [...ids]);
    return new Map(rows.map((row) => [row.id, row.name]));
  }

  /** Which of some hundred projects anything here is about: they stay. */
  async followed(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length === 0) return [];
    const list = placeholders(projectIds.length);
    const sql = `select project_id as id from rectification where project_id in (${list})
                 union select carried_from_id from rectification where carried_from_id in (${list})
                 union select project_id from budget_measure where project_id in (${list})
                 union select project_id from supervision where project_id in (${list})`;
    const values = Array.from({ length: 4 }, () => projectIds).flat();
    return (await manager.query<{ id: string }[]>(sql, values)).map(({ id }) => id);
  }
}
