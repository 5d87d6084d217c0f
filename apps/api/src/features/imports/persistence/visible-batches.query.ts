import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { belowPaths, type SqlCondition } from '../../organisations/index.js';

/**
 * Which batches a person may see: those he uploaded, and those of which he may see every unit. A unit that is not in
 * the tree yet is within nobody's sight.
 * @param batch alias of `import_batch` in the query
 */
export function visibleBatches(user: CurrentUser, batch: string): SqlCondition {
  const scope = belowPaths('o.path', scopeOf(user, 'lights.read'));
  const units = `select 1 from import_unit x left join organisation o on o.id = x.organisation_id
                 where x.batch_id = ${batch}.id and x.state <> 'unknown'`;
  return {
    sql: `(${batch}.imported_by = ? or (exists (${units})
           and not exists (${units} and (o.id is null or not ${scope.sql}))))`,
    params: [user.username, ...scope.params],
  };
}

@Injectable()
export class VisibleBatchesQuery {
  /** Those of the given batches that the person may see. */
  async among(manager: EntityManager, user: CurrentUser, ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return [];
    const visible = visibleBatches(user, 'b');
    const sql = `select b.id as id from import_batch b where b.id in (${placeholders(ids.length)}) and ${visible.sql}`;
    const rows = await manager.query<{ id: string }[]>(sql, [...ids, ...visible.params]);
    return rows.map(({ id }) => id);
  }
}
