import type { EntityManager } from 'typeorm';
import { placeholders } from './placeholders.js';

/** Keys per statement: below the parameter limits of both databases. */
const CHUNK = 1_000;

interface NamedTable {
  readonly table: string;
  /** Column by which rows are asked for; `id` where left out. */
  readonly key?: string;
  /** Column with what a row is called. */
  readonly name: string;
}

/** What rows are called, by their keys; a row that is not there, or has no name, is left out. */
export async function namesOf(
  manager: EntityManager,
  { table, key = 'id', name }: NamedTable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let start = 0; start < keys.length; start += CHUNK) {
    const chunk = keys.slice(start, start + CHUNK);
    const rows = await manager.query<{ row_key: string; row_name: string | null }[]>(
      `select ${key} as row_key, ${name} as row_name from ${table} where ${key} in (${placeholders(chunk.length)})`,
      chunk,
    );
    for (const row of rows) if (row.row_name !== null) names.set(row.row_key, row.row_name);
  }
  return names;
}
