import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { belowPaths } from '../../organisations/index.js';
import { storedTarget, type StoredTarget } from '../application/stored-target.js';
import { BudgetAdjustment } from './budget-adjustment.entity.js';
import { Indicator } from './indicator.entity.js';
import { Project } from './project.entity.js';
import { ScheduleCheckpoint } from './schedule-checkpoint.entity.js';
import { TargetVersion } from './target-version.entity.js';

/** Projects per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** Loads and stores projects with the versions of their targets, in a few statements per set and never one per project. */
@Injectable()
export class TargetRepository {
  /** The projects of one unit and year with the targets in force. */
  async ofOrganisation(manager: EntityManager, year: number, organisationId: string): Promise<readonly StoredTarget[]> {
    return this.withTargets(manager, await manager.findBy(Project, { year, organisationId }));
  }

  /** The given projects with the targets in force; an id that is not stored is left out. */
  async ofProjects(manager: EntityManager, projectIds: readonly string[]): Promise<readonly StoredTarget[]> {
    const targets: StoredTarget[] = [];
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const ids = projectIds.slice(start, start + CHUNK);
      targets.push(...(await this.withTargets(manager, await manager.findBy(Project, { id: In(ids) }))));
    }
    return targets;
  }

  /** All projects of a year below these organisation paths, with the targets in force. */
  async below(manager: EntityManager, year: number, paths: readonly string[]): Promise<readonly StoredTarget[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `select p.id as id from project p join organisation o on o.id = p.organisation_id
                 where p.year = ? and ${scope.sql} order by p.id`;
    const rows = await manager.query<{ id: string }[]>(sql, [year, ...scope.params]);
    return this.ofProjects(
      manager,
      rows.map(({ id }) => id),
    );
  }

  /** The projects of a year below these organisation paths that have one of the codes or names, with the targets in force. */
  async named(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    { codes, names }: { readonly codes: readonly string[]; readonly names: readonly string[] },
  ): Promise<readonly StoredTarget[]> {
    const scope = belowPaths('o.path', paths);
    const ids = new Set<string>();
    for (const [column, labels] of [['code', [...new Set(codes)]] as const, ['name', [...new Set(names)]] as const]) {
      for (let start = 0; start < labels.length; start += CHUNK) {
        const some = labels.slice(start, start + CHUNK);
        const sql = `select p.id as id from project p join organisation o on o.id = p.organisation_id
                     where p.year = ? and p.${column} in (${placeholders(some.length)}) and ${scope.sql}`;
        const rows = await manager.query<{ id: string }[]>(sql, [year, ...some, ...scope.params]);
        for (const { id } of rows) ids.add(id);
      }
    }
    return this.ofProjects(manager, [...ids].sort());
  }

  /** Ids of the projects of a year that had been added by the end of `month`, in order. */
  async idsOfRound(manager: EntityManager, year: number, month: number): Promise<readonly string[]> {
    const sql = 'select id from project where year = ? and start_month <= ? order by id';
    const rows = await manager.query<{ id: string }[]>(sql, [year, month]);
    return rows.map(({ id }) => id);
  }

  /** Which of these codes projects of a year have that belong to other units than this one (null: to any unit). */
  async codesElsewhere(
    manager: EntityManager,
    year: number,
    organisationId: string | null,
    codes: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (codes.length === 0) return new Set();
    const found = await manager.findBy(Project, { year, code: In([...codes]) });
    return new Set(
      found.filter((project) => project.organisationId !== organisationId).flatMap(({ code }) => code ?? []),
    );
  }

  /** Budget adjustments by project, oldest first (R6). */
  async adjustmentsOf(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BudgetAdjustment[]>> {
    if (projectIds.length === 0) return new Map();
    const rows = await manager.find(BudgetAdjustment, {
      where: { projectId: In([...projectIds]) },
      order: { effectiveOn: 'ASC', id: 'ASC' },
    });
    return groupBy(rows, ({ projectId }) => projectId);
  }

  /**
   * Makes the transaction wait for others that change or judge these projects, so that what it reads next is the newest.
   */
  async lockProjects(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    await lockRows(manager, 'project', projectIds, 'exclusive');
  }

  async insertProject(manager: EntityManager, project: Project): Promise<void> {
    await manager.insert(Project, project);
  }

  async updateProject(manager: EntityManager, id: string, change: Partial<Project>): Promise<void> {
    await manager.update(Project, { id }, change);
  }

  async insertVersion(
    manager: EntityManager,
    version: TargetVersion,
    checkpoints: readonly ScheduleCheckpoint[],
    indicators: readonly Indicator[],
  ): Promise<void> {
    await manager.insert(TargetVersion, version);
    await insertRows(manager, ScheduleCheckpoint, checkpoints);
    await insertRows(manager, Indicator, indicators);
  }

  async insertAdjustment(manager: EntityManager, adjustment: BudgetAdjustment): Promise<void> {
    await manager.insert(BudgetAdjustment, adjustment);
  }

  private async withTargets(manager: EntityManager, projects: readonly Project[]): Promise<readonly StoredTarget[]> {
    if (projects.length === 0) return [];
    const versions = await manager
      .createQueryBuilder(TargetVersion, 'version')
      .innerJoin(Project, 'project', 'project.id = version.projectId and project.currentVersion = version.version')
      .where('project.id in (:...ids)', { ids: projects.map(({ id }) => id) })
      .getMany();
    const targetVersionId = In(versions.map(({ id }) => id));
    const checkpoints = groupBy(await manager.findBy(ScheduleCheckpoint, { targetVersionId }), versionIdOf);
    const indicators = groupBy(await manager.findBy(Indicator, { targetVersionId }), versionIdOf);
    const versionOf = new Map(versions.map((version) => [version.projectId, version]));
    return projects.map((project) => {
      const version = versionOf.get(project.id);
      if (version === undefined)
        throw new Error(`Project ${project.id} has no target version ${project.currentVersion}`);
      return storedTarget(project, version, checkpoints.get(version.id) ?? [], indicators.get(version.id) ?? []);
    });
  }
}

const versionIdOf = ({ targetVersionId }: { readonly targetVersionId: string }): string => targetVersionId;

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
