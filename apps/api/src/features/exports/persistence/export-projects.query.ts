import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { belowPaths } from '../../organisations/index.js';
import type { PaperExport } from './paper-export.entity.js';

/** A project that is to be written, with whose it is. */
export interface ProjectToWrite {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  /** Of the department that the unit belongs to, which may be the unit itself; null where it has none. */
  readonly departmentCode: string | null;
  readonly departmentName: string | null;
}

type Row = Omit<ProjectToWrite, 'departmentCode' | 'departmentName'> & { readonly path: string };

/** Which projects an export is of: those that were monitored by its month, within the reach that it was asked for with. */
@Injectable()
export class ExportProjectsQuery {
  /** Ids in the order of units and names. 人员类 projects are exempt from monitoring and have no forms. */
  async ids(manager: EntityManager, asked: PaperExport): Promise<readonly { id: string; organisationId: string }[]> {
    const scope = belowPaths('o.path', asked.paths);
    const own = asked.projectId === null ? '' : ' and p.id = ?';
    const sql = `select p.id as id, p.organisation_id as organisationId
                 from project p join organisation o on o.id = p.organisation_id
                 where p.year = ? and p.start_month <= ? and p.personnel = ? and ${scope.sql}${own}
                 order by o.code, p.name, p.id`;
    const values = [asked.year, asked.month ?? 12, 0, ...scope.params];
    return manager.query(sql, asked.projectId === null ? values : [...values, asked.projectId]);
  }

  /** In the order of the ids; one that is gone is left out. */
  async of(manager: EntityManager, ids: readonly string[]): Promise<readonly ProjectToWrite[]> {
    if (ids.length === 0) return [];
    const sql = `select p.id as id, p.code as code, p.name as name, o.id as organisationId, o.code as organisationCode,
                        o.name as organisationName, o.path as path
                 from project p join organisation o on o.id = p.organisation_id
                 where p.id in (${placeholders(ids.length)})`;
    const rows = await manager.query<Row[]>(sql, [...ids]);
    const departments = await this.departments(manager, rows);
    const byId = new Map(
      rows.map(({ path, ...row }) => [row.id, { ...row, ...departmentOf(path, departments) }] as const),
    );
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  private async departments(manager: EntityManager, rows: readonly Row[]): Promise<ReadonlyMap<string, Department>> {
    const above = [...new Set(rows.flatMap(({ path }) => idsOf(path)))];
    if (above.length === 0) return new Map();
    const sql = `select id as id, code as code, name as name from organisation
                 where kind = 'department' and id in (${placeholders(above.length)})`;
    const found = await manager.query<(Department & { readonly id: string })[]>(sql, above);
    return new Map(found.map(({ id, ...department }) => [id, department]));
  }
}

interface Department {
  readonly code: string;
  readonly name: string;
}

const idsOf = (path: string): string[] => path.split('/').filter((id) => id !== '');

/** The nearest department, the unit itself first. */
function departmentOf(path: string, departments: ReadonlyMap<string, Department>) {
  const nearest = idsOf(path)
    .reverse()
    .flatMap((id) => departments.get(id) ?? [])[0];
  return { departmentCode: nearest?.code ?? null, departmentName: nearest?.name ?? null };
}
