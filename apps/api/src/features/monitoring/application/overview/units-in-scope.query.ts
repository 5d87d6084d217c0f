import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../../platform/database/placeholders.js';
import { belowPaths, type SqlCondition } from '../../../organisations/index.js';

/** An organisation within what is shown, with the department that it belongs to. */
export interface UnitInScope {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
}

const EVERYTHING: SqlCondition = { sql: '1 = 1', params: [] };
/** So many units are named one by one, from which the database sees how few rows that will be. */
const FEW_UNITS = 200;

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

  /**
   * Limits rows with an `l.organisation_id` to a part of the tree. For those who see all of it there is nothing to compare,
   * so that the first rows in the order of an index are the ones that are wanted.
   */
  async within(manager: EntityManager, paths: readonly string[]): Promise<SqlCondition> {
    const { sql, params } = belowPaths('o.path', paths);
    const outside = await manager.query<unknown[]>(`select 1 from organisation o where not ${sql} limit 1`, [
      ...params,
    ]);
    if (outside.length === 0) return EVERYTHING;
    const finding = `select o.id as id from organisation o where ${sql}`;
    const units = await manager.query<{ id: string }[]>(`${finding} limit ${FEW_UNITS + 1}`, [...params]);
    if (units.length > FEW_UNITS) return { sql: `l.organisation_id in (${finding})`, params };
    return units.length === 0
      ? { sql: '1 = 0', params: [] }
      : { sql: `l.organisation_id in (${placeholders(units.length)})`, params: units.map(({ id }) => id) };
  }
}
