import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths, type SqlCondition } from '../../../organisations/index.js';

/** An organisation within what is shown, with the department that it belongs to. */
export interface UnitInScope {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

/** Limits rows that have an organisation to a part of the tree. */
export function unitsBelow(column: string, paths: readonly string[]): SqlCondition {
  const { sql, params } = belowPaths('scope.path', paths);
  return { sql: `${column} in (select scope.id from organisation scope where ${sql})`, params };
}

@Injectable()
export class UnitsInScopeQuery {
  /** In the order of their names. */
  run(manager: EntityManager, paths: readonly string[]): Promise<readonly UnitInScope[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `
      select o.id as id, o.name as name, d.id as departmentId, d.name as departmentName
      from organisation o left join organisation d on d.id = o.parent_id and d.kind = 'department'
      where ${scope.sql} order by o.name, o.id`;
    return manager.query<UnitInScope[]>(sql, [...scope.params]);
  }
}
