import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { TargetRepository, type StoredTarget } from '../../targets/index.js';

/** What of a project leads to the stored one. */
export interface Comparable {
  readonly organisationId: string | null;
  readonly code: string | null;
  readonly name: string;
}

interface Row {
  readonly id: string;
  readonly organisationId: string;
  readonly code: string | null;
  readonly name: string;
}

/** The stored targets that some projects of a document are to be compared with, in a few statements for all of them. */
@Injectable()
export class ComparisonRepository {
  constructor(private readonly targets: TargetRepository) {}

  async load(manager: EntityManager, year: number, projects: readonly Comparable[]): Promise<StoredOfYear> {
    const unitIds = distinct(projects.map(({ organisationId }) => organisationId));
    const names = distinct(projects.map(({ name }) => name));
    const codes = distinct(projects.map(({ code }) => code));
    const byName = unitIds.length === 0 ? [] : await this.named(manager, year, unitIds, names);
    const byCode = codes.length === 0 ? [] : await this.coded(manager, year, codes);
    const units = new Set(unitIds);
    const ids = distinct([...byName, ...byCode].filter((row) => units.has(row.organisationId)).map(({ id }) => id));
    const stored = ids.length === 0 ? [] : await this.targets.ofProjects(manager, ids);
    return new StoredOfYear(stored, new Map(byCode.map((row) => [row.code ?? '', row.organisationId])));
  }

  private named(
    manager: EntityManager,
    year: number,
    unitIds: readonly string[],
    names: readonly string[],
  ): Promise<Row[]> {
    const sql = `
      select id as id, organisation_id as organisationId, code as code, name as name from project
      where year = ? and organisation_id in (${placeholders(unitIds.length)}) and name in (${placeholders(names.length)})`;
    return manager.query<Row[]>(sql, [year, ...unitIds, ...names]);
  }

  private coded(manager: EntityManager, year: number, codes: readonly string[]): Promise<Row[]> {
    const sql = `
      select id as id, organisation_id as organisationId, code as code, name as name from project
      where year = ? and code in (${placeholders(codes.length)})`;
    return manager.query<Row[]>(sql, [year, ...codes]);
  }
}

/** The answer for a chunk of projects, looked up project by project. */
export class StoredOfYear {
  private readonly byCode = new Map<string, StoredTarget>();
  private readonly byName = new Map<string, StoredTarget>();

  constructor(
    stored: readonly StoredTarget[],
    private readonly unitByCode: ReadonlyMap<string, string>,
  ) {
    for (const target of stored) {
      const { code, name, organisationId } = target.project;
      if (code !== null) this.byCode.set(`${organisationId} ${code}`, target);
      this.byName.set(`${organisationId} ${name}`, target);
    }
  }

  /** The targets of the project's unit that have its code or its name. */
  of({ organisationId, code, name }: Comparable): readonly StoredTarget[] {
    const found = [this.byName.get(`${organisationId} ${name}`), this.byCode.get(`${organisationId} ${code}`)];
    return distinct(found.map((target) => target ?? null));
  }

  /** Whether the code belongs to a project of another unit in the year. */
  isCodeElsewhere({ organisationId, code }: Comparable): boolean {
    const unit = code === null ? undefined : this.unitByCode.get(code);
    return unit !== undefined && unit !== organisationId;
  }
}

const distinct = <T>(values: readonly (T | null)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null)),
];
