import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { approvedVersion, TargetApprovalRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';

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
  /** Of its unit. */
  readonly path: string;
}

const ROWS = `
      select p.id as id, p.organisation_id as organisationId, p.code as code, p.name as name, o.path as path
      from project p join organisation o on o.id = p.organisation_id`;

/** The stored targets that some projects of a document are to be compared with, in a few statements for all of them. */
@Injectable()
export class ComparisonRepository {
  constructor(
    private readonly targets: TargetRepository,
    private readonly approvals: TargetApprovalRepository,
  ) {}

  /** @param manages paths below which the import may change targets that are approved */
  async load(
    manager: EntityManager,
    year: number,
    projects: readonly Comparable[],
    manages: readonly string[],
  ): Promise<StoredOfYear> {
    const unitIds = distinct(projects.map(({ organisationId }) => organisationId));
    const names = distinct(projects.map(({ name }) => name));
    const codes = distinct(projects.map(({ code }) => code));
    const byName = unitIds.length === 0 ? [] : await this.named(manager, year, unitIds, names);
    const byCode = codes.length === 0 ? [] : await this.coded(manager, year, codes);
    const units = new Set(unitIds);
    const ids = distinct([...byName, ...byCode].filter((row) => units.has(row.organisationId)).map(({ id }) => id));
    const stored = ids.length === 0 ? [] : await this.targets.ofProjects(manager, ids);
    const pathOf = new Map([...byName, ...byCode].map(({ id, path }) => [id, path]));
    const foreign = stored.filter(({ project: { id } }) => !manages.some((path) => pathOf.get(id)?.startsWith(path)));
    const versions = foreign.map(({ project, version }) => ({
      projectId: project.id,
      version: approvedVersion(version),
    }));
    const approved = await this.approvals.approvedAmong(manager, versions);
    return new StoredOfYear(stored, new Map(byCode.map((row) => [row.code ?? '', row.organisationId])), approved);
  }

  private named(
    manager: EntityManager,
    year: number,
    unitIds: readonly string[],
    names: readonly string[],
  ): Promise<Row[]> {
    const sql = `
      ${ROWS}
      where p.year = ? and p.organisation_id in (${placeholders(unitIds.length)})
        and p.name in (${placeholders(names.length)})`;
    return manager.query<Row[]>(sql, [year, ...unitIds, ...names]);
  }

  private coded(manager: EntityManager, year: number, codes: readonly string[]): Promise<Row[]> {
    const sql = `
      ${ROWS}
      where p.year = ? and p.code in (${placeholders(codes.length)})`;
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
    private readonly heldBack: ReadonlySet<string>,
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

  /** Whether a stored target is approved, so that only finance changes it otherwise than by a proposed change. */
  isHeldBack({ project }: StoredTarget): boolean {
    return this.heldBack.has(project.id);
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
