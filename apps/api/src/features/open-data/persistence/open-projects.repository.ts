import type { Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { LightRepository, type LightRows } from '../../monitoring/index.js';
import { belowPaths } from '../../organisations/index.js';

/** A project of a locked round with its lights as they were locked. */
export interface LockedProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly lights: LightRows;
}

type Row = Omit<LockedProject, 'lights'> & { readonly light: Light };

/** A project that finance has reopened is being corrected, and 人员类 projects are not monitored: neither is disclosed. */
const DISCLOSED = `
  from project_light l join project p on p.id = l.project_id join organisation o on o.id = l.organisation_id
  where l.round_id = ? and l.exempt = ?
    and not exists (select 1 from report_reopening r
                    where r.round_id = l.round_id and r.project_id = l.project_id and r.closed_at is null)`;

/** The disclosed projects of a locked round within a reach, in the order of units and names. */
@Injectable()
export class OpenProjects {
  constructor(private readonly lights: LightRepository) {}

  async count(manager: EntityManager, roundId: string, paths: readonly string[]): Promise<number> {
    const scope = belowPaths('o.path', paths);
    const sql = `select count(*) as projects ${DISCLOSED} and ${scope.sql}`;
    const [row] = await manager.query<{ projects: number | string }[]>(sql, [roundId, 0, ...scope.params]);
    return Number(row?.projects ?? 0);
  }

  /** @param limit some hundred */
  async page(
    manager: EntityManager,
    roundId: string,
    paths: readonly string[],
    offset: number,
    limit: number,
  ): Promise<readonly LockedProject[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `select p.id as id, p.code as code, p.name as name, o.code as unitCode, o.name as unitName, o.path as unitPath
                 ${DISCLOSED} and ${scope.sql} order by o.code, p.name, p.id limit ? offset ?`;
    const rows = await manager.query<Row[]>(sql, [roundId, 0, ...scope.params, limit, offset]);
    const lights = await this.lights.ofProjects(
      manager,
      roundId,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row) => {
      const own = lights.get(row.id);
      return own === undefined ? [] : [{ ...row, lights: own }];
    });
  }

  /** Code and name of the departments among these paths' organisations, by id. */
  async departments(
    manager: EntityManager,
    paths: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly code: string; readonly name: string }>> {
    const ids = [...new Set(paths.flatMap((path) => path.split('/')))].filter((id) => id !== '');
    if (ids.length === 0) return new Map();
    const sql = `select id as id, code as code, name as name from organisation
                 where kind = 'department' and id in (${placeholders(ids.length)})`;
    const rows = await manager.query<{ id: string; code: string; name: string }[]>(sql, ids);
    return new Map(rows.map(({ id, ...department }) => [id, department]));
  }
}
