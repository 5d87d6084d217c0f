import type { Light, ProjectStanding } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { indicatorLight, type LightRows } from '../application/light-rows.js';
import { listOrder } from './list-order.js';
import { PreviousLights, type ComparedLight, type TouchedUnit } from './previous-light.repository.js';
import { ProjectLight, type StoredIndicatorLight } from './project-light.entity.js';
import { standingColumns } from './standing-columns.js';

/** Everything that the lights of a project were judged by. */
export interface LightBasis extends Pick<ProjectLight, 'organisationId' | 'targetVersion' | 'rulePackRef' | 'inputs'> {
  readonly indicators: readonly StoredIndicatorLight['inputs'][];
}

/** Lights as they come from being judged, with where the project stands among others. */
export interface JudgedLights extends LightRows {
  readonly standing: ProjectStanding;
}

/** A row that is there already. */
interface HeldLight {
  readonly projectId: string;
  readonly id: string;
  readonly organisationId: string;
  readonly light: Light;
}

@Injectable()
export class LightRepository {
  constructor(private readonly previous: PreviousLights) {}

  /**
   * Stores the lights of some hundred projects in place of those that are there, in the rows that hold them: whoever judges
   * them holds the projects, so that nobody else writes these rows.
   * @returns the units whose lights, in this round or the next, are other ones than before
   */
  async replace(
    manager: EntityManager,
    roundId: string,
    rows: readonly JudgedLights[],
  ): Promise<readonly TouchedUnit[]> {
    if (rows.length === 0) return [];
    const held = await this.heldOf(manager, roundId, rows);
    const lights = rows.map(({ project }) => project);
    const compared = await this.previous.compare(manager, roundId, lights);
    const stored = rows.map((each) => projectLight(each, compared(each.project), held.get(each.project.projectId)?.id));
    await upsertRows(manager, ProjectLight, stored, ['id']);
    const changed = lights.filter(({ projectId, light }) => held.get(projectId)?.light !== light);
    const after = await this.previous.passOn(manager, roundId, changed);
    const here = [...lights, ...held.values()].map(({ organisationId }) => ({ roundId, organisationId }));
    return [...here, ...after];
  }

  private async heldOf(
    manager: EntityManager,
    roundId: string,
    rows: readonly LightRows[],
  ): Promise<ReadonlyMap<string, HeldLight>> {
    const sql = `select project_id as projectId, id as id, organisation_id as organisationId, light as light
                 from project_light where round_id = ? and project_id in (${placeholders(rows.length)})`;
    const values = [roundId, ...rows.map(({ project }) => project.projectId)];
    const held = await manager.query<HeldLight[]>(sql, values);
    return new Map(held.map((each) => [each.projectId, each]));
  }

  /** The lights of a round as stored. */
  async ofRound(
    manager: EntityManager,
    roundId: string,
    afterProjectId: string,
    limit: number,
  ): Promise<readonly LightRows[]> {
    const lights = await manager
      .createQueryBuilder(ProjectLight, 'light')
      .where('light.roundId = :roundId and light.projectId > :afterProjectId', { roundId, afterProjectId })
      .orderBy('light.projectId')
      .limit(limit)
      .getMany();
    return lights.map(lightRowsOf);
  }

  /** The lights of some hundred projects in a round, by project. */
  async ofProjects(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, LightRows>> {
    const lights = await manager.findBy(ProjectLight, { roundId, projectId: In([...projectIds]) });
    return new Map(lights.map((light) => [light.projectId, lightRowsOf(light)]));
  }

  /** What the lights of some hundred projects in a round were judged by, without what came of it, by project. */
  async basesOf(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, LightBasis>> {
    const lights = await manager.find(ProjectLight, {
      select: {
        id: true,
        projectId: true,
        organisationId: true,
        targetVersion: true,
        rulePackRef: true,
        inputs: true,
        indicators: true,
      },
      where: { roundId, projectId: In([...projectIds]) },
    });
    return new Map(
      lights.map(({ projectId, organisationId, targetVersion, rulePackRef, inputs, indicators }) => {
        const ofIndicators = indicators.map((indicator) => indicator.inputs);
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

  /** A project's lights in a round; null where none have been computed. */
  async ofProject(manager: EntityManager, roundId: string, projectId: string): Promise<LightRows | null> {
    const light = await manager.findOneBy(ProjectLight, { roundId, projectId });
    return light && lightRowsOf(light);
  }

  /** The indicators of some hundred lights, by the id of the light. */
  async indicatorsOf(
    manager: EntityManager,
    projectLightIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StoredIndicatorLight[]>> {
    const select = { id: true, indicators: true } as const;
    const lights = await manager.find(ProjectLight, { select, where: { id: In([...projectLightIds]) } });
    return new Map(lights.map(({ id, indicators }) => [id, indicators]));
  }

  async organisationPath(manager: EntityManager, organisationId: string): Promise<string> {
    const sql = 'select path from organisation where id = ?';
    const [row] = await manager.query<{ path: string }[]>(sql, [organisationId]);
    return row?.path ?? '/';
  }

  /** The units of which some hundred projects have lights, in all rounds. */
  unitsOf(manager: EntityManager, projectIds: readonly string[]): Promise<readonly TouchedUnit[]> {
    const sql = `select distinct round_id as roundId, organisation_id as organisationId from project_light
                 where project_id in (${placeholders(projectIds.length)})`;
    return manager.query<TouchedUnit[]>(sql, [...projectIds]);
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
    await manager.delete(ProjectLight, { roundId, projectId: In([...projectIds]) });
  }
}

/** @param id of the row that holds the project's lights already */
const projectLight = (
  { project, indicators, standing }: JudgedLights,
  compared: ComparedLight,
  id = project.id,
): ProjectLight => ({
  ...project,
  ...standingColumns(standing),
  ...compared,
  listOrder: listOrder(project),
  id,
  indicators: indicators.map(({ assessment, inputs }) => ({ assessment, inputs })),
});

/** Without the standing, which is no part of what is judged. */
function lightRowsOf({ indicators, ...light }: ProjectLight): LightRows {
  const {
    goalPercent: _goalPercent,
    quadrant: _quadrant,
    bothJudged: _bothJudged,
    mismatch: _mismatch,
    lagFen: _lagFen,
    plannedFen: _plannedFen,
    previousLight: _previousLight,
    lightTurn: _lightTurn,
    listOrder: _listOrder,
    ...project
  } = light;
  return { project, indicators: indicators.map(indicatorLight) };
}
