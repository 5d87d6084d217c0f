import type { EntityManager } from 'typeorm';
import type { Conditions } from './conditions.js';

export interface IdPage {
  readonly ids: readonly string[];
  readonly total: number;
}

/**
 * The ids of one page and how many rows there are in all.
 * @param from tables with their aliases; the rows are those of `t`
 */
export async function idPage(
  manager: EntityManager,
  from: string,
  where: Conditions,
  order: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<IdPage> {
  const found = `from ${from} where ${where.sql}`;
  const [count] = await manager.query<{ total: number | string }[]>(`select count(*) as total ${found}`, where.params);
  const sql = `select t.id as id ${found} order by ${order} limit ? offset ?`;
  const rows = await manager.query<{ id: string }[]>(sql, [...where.params, size, (page - 1) * size]);
  return { ids: rows.map(({ id }) => id), total: Number(count?.total ?? 0) };
}
