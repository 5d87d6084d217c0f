import type { EntityManager, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { placeholders } from './placeholders.js';

export type RowLock = 'shared' | 'exclusive';

/** SQLite runs one writing transaction at a time, so that its rows need no locks; every other database does. */
const writesOneAtATime = (manager: EntityManager): boolean => manager.dataSource.options.type === 'better-sqlite3';

/**
 * Holds rows until the transaction ends, in the order of their ids so that two callers cannot wait for each other.
 * `shared` keeps others from changing them, `exclusive` also from holding them. Rows that do not exist are passed over.
 * @param key the table's primary key column
 */
export async function lockRows(
  manager: EntityManager,
  table: string,
  ids: readonly (string | number)[],
  lock: RowLock,
  key = 'id',
): Promise<void> {
  if (ids.length === 0 || writesOneAtATime(manager)) return;
  // MariaDB has no FOR SHARE; both servers understand the older wording.
  const suffix = lock === 'shared' ? 'lock in share mode' : 'for update';
  const sorted = [...ids].sort();
  const sql = `select ${key} from ${table} where ${key} in (${placeholders(sorted.length)}) order by ${key} ${suffix}`;
  await manager.query(sql, sorted);
}

/**
 * One row as it is once it is held, in one statement: what another transaction had changed before is seen.
 * @returns null where there is none
 */
export function lockOne<E extends ObjectLiteral>(
  manager: EntityManager,
  entity: new () => E,
  where: FindOptionsWhere<E>,
  lock: RowLock,
): Promise<E | null> {
  const query = manager.createQueryBuilder(entity, 'held').where(where);
  if (!writesOneAtATime(manager)) query.setLock(lock === 'shared' ? 'pessimistic_read' : 'pessimistic_write');
  return query.getOne();
}
