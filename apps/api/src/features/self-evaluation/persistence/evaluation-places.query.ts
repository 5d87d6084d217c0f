import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

export interface EvaluatedProject {
  readonly id: string;
  readonly year: number;
  readonly code: string | null;
  readonly name: string;
  readonly continuesProjectId: string | null;
}

export interface EvaluatedUnit {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  /** `/id/id/` from the root. */
  readonly path: string;
  /** Whether one person may fill in and approve there. */
  readonly selfApproval: boolean;
  /** The nearest department above, which looks at it before finance; null where there is none. */
  readonly department: Department | null;
}

export interface Department {
  readonly id: string;
  readonly name: string;
  readonly path: string;
}

/** What ids stand for. @throws Error where one was not asked for */
export interface EvaluationPlaces {
  project(id: string): EvaluatedProject;
  unit(id: string): EvaluatedUnit;
}

type UnitRow = Omit<EvaluatedUnit, 'department' | 'selfApproval'> & { readonly selfApproval: number | boolean };

const CHUNK = 1000;

/** Names the projects and units of self-evaluations, and the departments between them and finance. */
@Injectable()
export class EvaluationPlacesQuery {
  async of(
    manager: EntityManager,
    rows: readonly { readonly projectId: string; readonly organisationId: string }[],
  ): Promise<EvaluationPlaces> {
    const projects = await rowsOf<EvaluatedProject>(
      manager,
      'id as id, year as year, code as code, name as name, continues_project_id as continuesProjectId',
      'project',
      rows.map(({ projectId }) => projectId),
    );
    const units = await this.units(
      manager,
      rows.map(({ organisationId }) => organisationId),
    );
    return { project: (id) => known(projects, id), unit: (id) => known(units, id) };
  }

  async units(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, EvaluatedUnit>> {
    const columns = 'id as id, name as name, code as code, path as path, self_approval as selfApproval';
    const rows = await rowsOf<UnitRow>(manager, columns, 'organisation', ids);
    const departments = await this.departments(manager);
    const units = [...rows.values()].map((row) => ({
      ...row,
      selfApproval: Boolean(row.selfApproval),
      department: departmentAbove(row.path, departments),
    }));
    return new Map(units.map((unit) => [unit.id, unit]));
  }

  /** All of them. */
  departments(manager: EntityManager): Promise<Department[]> {
    return manager.query<Department[]>(
      "select id as id, name as name, path as path from organisation where kind = 'department'",
    );
  }
}

/** The lowest one above. */
export const departmentAbove = (path: string, departments: readonly Department[]): Department | null =>
  departments.reduce<Department | null>(
    (nearest, each) =>
      each.path !== path && path.startsWith(each.path) && each.path.length > (nearest?.path.length ?? 0)
        ? each
        : nearest,
    null,
  );

function known<T>(rows: ReadonlyMap<string, T>, id: string): T {
  const row = rows.get(id);
  if (row === undefined) throw new Error(`Nothing is known of ${id}`);
  return row;
}

async function rowsOf<T extends { readonly id: string }>(
  manager: EntityManager,
  columns: string,
  table: 'project' | 'organisation',
  asked: readonly string[],
): Promise<ReadonlyMap<string, T>> {
  const ids = [...new Set(asked)];
  const found = new Map<string, T>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const some = ids.slice(start, start + CHUNK);
    const sql = `select ${columns} from ${table} where id in (${placeholders(some.length)})`;
    for (const row of await manager.query<T[]>(sql, some)) found.set(row.id, row);
  }
  return found;
}
