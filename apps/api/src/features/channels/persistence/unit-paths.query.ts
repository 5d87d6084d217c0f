import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

const CHUNK = 1_000;

/** Where in the tree units and projects are. */
@Injectable()
export class UnitPathsQuery {
  ofUnits(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return pathsOf(manager, 'select o.id as id, o.path as path from organisation o where o.id in', ids);
  }

  ofProjects(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const from = 'from project p join organisation o on o.id = p.organisation_id';
    return pathsOf(manager, `select p.id as id, o.path as path ${from} where p.id in`, ids);
  }
}

async function pathsOf(
  manager: EntityManager,
  select: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const paths = new Map<string, string>();
  const distinct = [...new Set(ids)];
  for (let start = 0; start < distinct.length; start += CHUNK) {
    const chunk = distinct.slice(start, start + CHUNK);
    const sql = `${select} (${placeholders(chunk.length)})`;
    for (const { id, path } of await manager.query<{ id: string; path: string }[]>(sql, chunk)) paths.set(id, path);
  }
  return paths;
}
