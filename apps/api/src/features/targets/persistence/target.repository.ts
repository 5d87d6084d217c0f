import { Injectable } from '@nestjs/common';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { insertRows, upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { belowPaths } from '../../organisations/index.js';
import { CHUNK_OF_PROJECTS, inChunks, inTurns } from '../application/in-chunks.js';
import { storedTarget, type StoredTarget } from '../application/stored-target.js';
import type { VersionRows } from '../application/target-rows.js';
import { BudgetAdjustment } from './budget-adjustment.entity.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { Indicator } from './indicator.entity.js';
import { Project } from './project.entity.js';
import { RoundTarget } from './round-target.entity.js';
import { ScheduleCheckpoint } from './schedule-checkpoint.entity.js';
import { TargetVersion } from './target-version.entity.js';

/** Projects per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

/** Loads and stores projects with the versions of their targets, in a few statements per set and never one per project. */
@Injectable()
export class TargetRepository {
  /** The projects of one unit and year with the targets in force. */
  async ofOrganisation(manager: EntityManager, year: number, organisationId: string): Promise<readonly StoredTarget[]> {
    const sql = 'select id from project where year = ? and organisation_id = ? order by id';
    const rows = await manager.query<{ id: string }[]>(sql, [year, organisationId]);
    return this.ofProjects(
      manager,
      rows.map(({ id }) => id),
    );
  }

  /**
   * The given projects with their targets; an id that is not stored is left out.
   * @param roundId of the round whose targets are wanted (R27); left out: the targets in force
   */
  async ofProjects(
    manager: EntityManager,
    projectIds: readonly string[],
    roundId?: string,
  ): Promise<readonly StoredTarget[]> {
    const targets: StoredTarget[] = [];
    for await (const ids of inChunks(projectIds, CHUNK_OF_PROJECTS)) {
      const projects = await manager.findBy(Project, { id: In([...ids]) });
      targets.push(...(await this.withTargets(manager, projects, roundId)));
    }
    return targets;
  }

  /** All projects of a year below these organisation paths, with the targets in force or those of a round. */
  async below(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    roundId?: string,
  ): Promise<readonly StoredTarget[]> {
    const scope = belowPaths('o.path', paths);
    const sql = `select p.id as id from project p join organisation o on o.id = p.organisation_id
                 where p.year = ? and ${scope.sql} order by p.id`;
    const rows = await manager.query<{ id: string }[]>(sql, [year, ...scope.params]);
    return this.ofProjects(
      manager,
      rows.map(({ id }) => id),
      roundId,
    );
  }

  /**
   * The projects of a year below these organisation paths that have one of the codes or names, with the targets in force
   * or those of a round.
   */
  async named(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    { codes, names }: { readonly codes: readonly string[]; readonly names: readonly string[] },
    roundId?: string,
  ): Promise<readonly StoredTarget[]> {
    const scope = belowPaths('o.path', paths);
    const ids = new Set<string>();
    for (const [column, labels] of [['code', [...new Set(codes)]] as const, ['name', [...new Set(names)]] as const]) {
      for (const some of chunksOf(labels)) {
        const sql = `select p.id as id from project p join organisation o on o.id = p.organisation_id
                     where p.year = ? and p.${column} in (${placeholders(some.length)}) and ${scope.sql}`;
        const rows = await manager.query<{ id: string }[]>(sql, [year, ...some, ...scope.params]);
        for (const { id } of rows) ids.add(id);
      }
    }
    return this.ofProjects(manager, [...ids].sort(), roundId);
  }

  /** Ids of the projects of a year that had been added by the end of `month`, in order. */
  async idsOfRound(manager: EntityManager, year: number, month: number): Promise<readonly string[]> {
    const sql = 'select id from project where year = ? and start_month <= ? order by id';
    const rows = await manager.query<{ id: string }[]>(sql, [year, month]);
    return rows.map(({ id }) => id);
  }

  /** How many projects of a year had been added by the end of `month`. */
  async countOfRound(manager: EntityManager, year: number, month: number): Promise<number> {
    const sql = 'select count(*) as projects from project where year = ? and start_month <= ?';
    const [row] = await manager.query<{ projects: number | string }[]>(sql, [year, month]);
    return Number(row?.projects ?? 0);
  }

  /** Which of these codes projects of a year have that belong to other units than this one (null: to any unit). */
  async codesElsewhere(
    manager: EntityManager,
    year: number,
    organisationId: string | null,
    codes: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const elsewhere = new Set<string>();
    for (const some of chunksOf(codes)) {
      for (const { code, organisationId: owner } of await manager.findBy(Project, { year, code: In(some) })) {
        if (owner !== organisationId && code !== null) elsewhere.add(code);
      }
    }
    return elsewhere;
  }

  /** Budget adjustments by project, oldest first (R6). */
  async adjustmentsOf(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly BudgetAdjustment[]>> {
    const rows: BudgetAdjustment[] = [];
    for (const some of chunksOf(projectIds)) {
      const order = { effectiveOn: 'ASC', id: 'ASC' } as const;
      rows.push(...(await manager.find(BudgetAdjustment, { where: { projectId: In(some) }, order })));
    }
    return groupBy(rows, ({ projectId }) => projectId);
  }

  /**
   * Makes the transaction wait for others that change or judge these projects, so that what it reads next is the newest.
   */
  async lockProjects(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    for (const some of chunksOf([...projectIds].sort())) await lockRows(manager, 'project', some, 'exclusive');
  }

  async insertProjects(manager: EntityManager, projects: readonly Project[]): Promise<void> {
    await insertRows(manager, Project, projects);
  }

  async updateProject(manager: EntityManager, id: string, change: Partial<Project>): Promise<void> {
    await manager.update(Project, { id }, change);
  }

  /** Stores name, code and version of existing projects anew, in one statement for some hundred of them. */
  async updateProjects(manager: EntityManager, projects: readonly Project[]): Promise<void> {
    await upsertRows(manager, Project, projects, ['id'], ['name', 'code', 'currentVersion', 'updatedAt']);
  }

  async insertVersions(manager: EntityManager, rows: readonly VersionRows[]): Promise<void> {
    const versions = rows.map(({ version }) => version);
    const checkpoints = rows.flatMap((each) => each.checkpoints);
    const indicators = rows.flatMap((each) => each.indicators);
    await inTurns(
      () => insertRows(manager, TargetVersion, versions),
      () => insertRows(manager, ScheduleCheckpoint, checkpoints),
      () => insertRows(manager, Indicator, indicators),
    );
  }

  /**
   * Marks the direction of an indicator as confirmed, in every version that prints the value as it is printed now.
   * @returns how many rows have it so that had not
   */
  async confirmDirection(manager: EntityManager, lineageId: string, rawValue: string): Promise<number> {
    const rows = await manager.findBy(Indicator, { lineageId, rawValue, directionConfirmed: false });
    if (rows.length > 0) {
      await manager.update(Indicator, { id: In(rows.map(({ id }) => id)) }, { directionConfirmed: true });
    }
    return rows.length;
  }

  async insertAdjustment(manager: EntityManager, adjustment: BudgetAdjustment): Promise<void> {
    await manager.insert(BudgetAdjustment, adjustment);
  }

  /** A project's targets as they were at these versions, in their order; a version that there is not is left out. */
  async atVersions(
    manager: EntityManager,
    project: Project,
    versions: readonly number[],
  ): Promise<readonly StoredTarget[]> {
    const found = await manager.find(TargetVersion, {
      where: { projectId: project.id, version: In([...versions]) },
      order: { version: 'ASC' },
    });
    return found.length === 0 ? [] : this.withContent(manager, [project], found);
  }

  /** The projects of these versions with their targets as they were then. Ask for some hundred at a time. */
  async ofVersions(manager: EntityManager, versionIds: readonly string[]): Promise<readonly StoredTarget[]> {
    const versions = await manager.findBy(TargetVersion, { id: In([...versionIds]) });
    const projects = await manager.findBy(Project, { id: In(versions.map(({ projectId }) => projectId)) });
    return this.withContent(manager, projects, versions);
  }

  private async withTargets(
    manager: EntityManager,
    projects: readonly Project[],
    roundId?: string,
  ): Promise<readonly StoredTarget[]> {
    if (projects.length === 0) return [];
    const query = manager
      .createQueryBuilder(TargetVersion, 'version')
      .innerJoin(Project, 'project', 'project.id = version.projectId')
      .where('project.id in (:...ids)', { ids: projects.map(({ id }) => id) });
    const versions = await ofRound(query, roundId).getMany();
    return this.withContent(manager, projects, versions);
  }

  private async withContent(
    manager: EntityManager,
    projects: readonly Project[],
    versions: readonly TargetVersion[],
  ): Promise<readonly StoredTarget[]> {
    const targetVersionId = In(versions.map(({ id }) => id));
    const checkpoints = groupBy(await manager.findBy(ScheduleCheckpoint, { targetVersionId }), versionIdOf);
    const indicators = groupBy(await manager.findBy(Indicator, { targetVersionId }), versionIdOf);
    const versionsOf = groupBy(versions, ({ projectId }) => projectId);
    return projects.flatMap((project) => {
      const own = versionsOf.get(project.id);
      if (own === undefined) throw new Error(`Project ${project.id} has no target version ${project.currentVersion}`);
      return own.map((version) =>
        storedTarget(project, version, checkpoints.get(version.id) ?? [], indicators.get(version.id) ?? []),
      );
    });
  }
}

/** Of each project the version by which the round judges it, and the one in force where it is not pinned. */
const ofRound = (query: SelectQueryBuilder<TargetVersion>, roundId: string | undefined) =>
  roundId === undefined
    ? query.andWhere('version.version = project.currentVersion')
    : query
        .leftJoin(RoundTarget, 'pin', 'pin.projectId = project.id and pin.roundId = :roundId', { roundId })
        .andWhere('version.version = coalesce(pin.version, project.currentVersion)');

function* chunksOf<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += CHUNK) yield items.slice(start, start + CHUNK);
}

const versionIdOf = ({ targetVersionId }: { readonly targetVersionId: string }): string => targetVersionId;
