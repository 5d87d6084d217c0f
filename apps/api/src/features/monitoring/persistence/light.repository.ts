import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { LightRows } from '../application/light-rows.js';
import { IndicatorLight } from './indicator-light.entity.js';
import { ProjectLight } from './project-light.entity.js';

/** Everything that the lights of a project were judged by. */
export interface LightBasis extends Pick<ProjectLight, 'organisationId' | 'targetVersion' | 'rulePackRef' | 'inputs'> {
  readonly indicators: readonly IndicatorLight['inputs'][];
}

@Injectable()
export class LightRepository {
  /** Stores the lights of these projects in place of those that are there; the transaction makes it one step. */
  async replace(manager: EntityManager, roundId: string, rows: readonly LightRows[]): Promise<void> {
    const projectIds = rows.map(({ project }) => project.projectId);
    await this.remove(manager, roundId, projectIds);
    await insertRows(
      manager,
      ProjectLight,
      rows.map(({ project }) => project),
    );
    await insertRows(
      manager,
      IndicatorLight,
      rows.flatMap(({ indicators }) => indicators),
    );
  }

  /** The lights of a round as stored, with those of their indicators in the order of the target. */
  async ofRound(
    manager: EntityManager,
    roundId: string,
    afterProjectId: string,
    limit: number,
  ): Promise<readonly LightRows[]> {
    const projects = await manager
      .createQueryBuilder(ProjectLight, 'light')
      .where('light.roundId = :roundId and light.projectId > :afterProjectId', { roundId, afterProjectId })
      .orderBy('light.projectId')
      .limit(limit)
      .getMany();
    const indicators = await this.indicatorsOf(
      manager,
      projects.map(({ id }) => id),
    );
    return projects.map((project) => ({ project, indicators: indicators.get(project.id) ?? [] }));
  }

  /** The lights of some hundred projects in a round, by project. */
  async ofProjects(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, LightRows>> {
    const projects = await manager.findBy(ProjectLight, { roundId, projectId: In([...projectIds]) });
    const indicators = await this.indicatorsOf(
      manager,
      projects.map(({ id }) => id),
    );
    return new Map(
      projects.map((project) => [project.projectId, { project, indicators: indicators.get(project.id) ?? [] }]),
    );
  }

  /** What the lights of some hundred projects in a round were judged by, without what came of it, by project. */
  async basesOf(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, LightBasis>> {
    const projects = await manager.find(ProjectLight, {
      select: { id: true, projectId: true, organisationId: true, targetVersion: true, rulePackRef: true, inputs: true },
      where: { roundId, projectId: In([...projectIds]) },
    });
    const indicators = groupBy(
      await manager.find(IndicatorLight, {
        select: { id: true, projectLightId: true, inputs: true },
        where: { projectLightId: In(projects.map(({ id }) => id)) },
        order: { id: 'ASC' },
      }),
      ({ projectLightId }) => projectLightId,
    );
    return new Map(
      projects.map(({ id, projectId, organisationId, targetVersion, rulePackRef, inputs }) => {
        const ofIndicators = (indicators.get(id) ?? []).map((indicator) => indicator.inputs);
        return [projectId, { organisationId, targetVersion, rulePackRef, inputs, indicators: ofIndicators }];
      }),
    );
  }

  /** Ids of the projects that have lights in a round. */
  async projectIds(manager: EntityManager, roundId: string): Promise<readonly string[]> {
    const sql = 'select project_id as projectId from project_light where round_id = ? order by project_id';
    const rows = await manager.query<{ projectId: string }[]>(sql, [roundId]);
    return rows.map(({ projectId }) => projectId);
  }

  /** Number of projects that have lights in a round. */
  count(manager: EntityManager, roundId: string): Promise<number> {
    return manager.countBy(ProjectLight, { roundId });
  }

  /** Whether a project's row is still the one that was read; judging a project again gives it another. */
  isStored(manager: EntityManager, projectLightId: string): Promise<boolean> {
    return manager.existsBy(ProjectLight, { id: projectLightId });
  }

  /** A project's lights in a round; null where none have been computed. */
  async ofProject(manager: EntityManager, roundId: string, projectId: string): Promise<LightRows | null> {
    const project = await manager.findOneBy(ProjectLight, { roundId, projectId });
    if (project === null) return null;
    return { project, indicators: (await this.indicatorsOf(manager, [project.id])).get(project.id) ?? [] };
  }

  /** Ids are made in order of creation, so the indicators come in the order in which they were judged. */
  async indicatorsOf(
    manager: EntityManager,
    projectLightIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly IndicatorLight[]>> {
    const groups = new Map<string, IndicatorLight[]>();
    if (projectLightIds.length === 0) return groups;
    const rows = await manager.find(IndicatorLight, {
      where: { projectLightId: In([...projectLightIds]) },
      order: { id: 'ASC' },
    });
    for (const row of rows) {
      const group = groups.get(row.projectLightId);
      if (group) group.push(row);
      else groups.set(row.projectLightId, [row]);
    }
    return groups;
  }

  async organisationPath(manager: EntityManager, organisationId: string): Promise<string> {
    const sql = 'select path from organisation where id = ?';
    const [row] = await manager.query<{ path: string }[]>(sql, [organisationId]);
    return row?.path ?? '/';
  }

  /** Deletes all lights of some hundred projects. @returns the rounds in which there were any */
  async removeOf(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<readonly { readonly year: number; readonly month: number }[]> {
    const sql = `select distinct r.id as id, r.year as year, r.month as month from monitoring_round r
                 join project_light l on l.round_id = r.id
                 where l.project_id in (${placeholders(projectIds.length)})`;
    const rounds = await manager.query<{ id: string; year: number; month: number }[]>(sql, [...projectIds]);
    for (const { id } of rounds) await this.remove(manager, id, projectIds);
    return rounds;
  }

  private async remove(manager: EntityManager, roundId: string, projectIds: readonly string[]): Promise<void> {
    if (projectIds.length === 0) return;
    const old = await manager.find(ProjectLight, {
      select: { id: true },
      where: { roundId, projectId: In([...projectIds]) },
    });
    if (old.length === 0) return;
    const ids = old.map(({ id }) => id);
    await manager.delete(IndicatorLight, { projectLightId: In(ids) });
    await manager.delete(ProjectLight, { id: In(ids) });
  }
}
