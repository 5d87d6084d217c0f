import type { ProjectStanding } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PreviousLights } from './previous-light.repository.js';
import { ProjectLight } from './project-light.entity.js';
import { standingColumns } from './standing-columns.js';

/** Lights from before there was anything beside them. */
@Injectable()
export class StandingRepository {
  constructor(private readonly previous: PreviousLights) {}

  /** Ids of projects whose lights in a round have nothing beside them. */
  async missing(manager: EntityManager, roundId: string, limit: number): Promise<readonly string[]> {
    const sql = `select project_id as projectId from project_light
                 where round_id = ? and both_judged is null limit ?`;
    const rows = await manager.query<{ projectId: string }[]>(sql, [roundId, limit]);
    return rows.map(({ projectId }) => projectId);
  }

  /** Puts beside lights where their projects stand. Who calls it holds the projects. */
  async fill(
    manager: EntityManager,
    roundId: string,
    lights: readonly {
      readonly light: Pick<ProjectLight, 'id' | 'projectId' | 'light'>;
      readonly standing: ProjectStanding;
    }[],
  ): Promise<void> {
    const compare = await this.previous.compare(
      manager,
      roundId,
      lights.map(({ light }) => light),
    );
    for (const { light, standing } of lights) {
      await manager.update(ProjectLight, light.id, { ...standingColumns(standing), ...compare(light) });
    }
  }
}
