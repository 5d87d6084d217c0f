import type { Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Conditions } from './conditions.js';

export interface ProjectRoundLight {
  readonly roundId: string;
  readonly light: Light;
}

const LATEST = `
  select l.round_id as roundId, l.light as light from project_light l join monitoring_round r on r.id = l.round_id
  where l.project_id = ? order by r.year desc, r.month desc limit 1`;

const SETTLED = `
  select t.id as id, l.light as light from rectification t
  join project_light l on l.project_id = t.project_id and l.round_id = ?
  left join project_report p on p.project_id = t.project_id and p.round_id = l.round_id`;

/** The lights by which rectifications are opened and measured. */
@Injectable()
export class RoundLightsQuery {
  /** Of the last round in which the project has a light; null where it has none. */
  async latest(manager: EntityManager, projectId: string): Promise<ProjectRoundLight | null> {
    const [row] = await manager.query<ProjectRoundLight[]>(LATEST, [projectId]);
    return row ?? null;
  }

  /** Of one round or, where none is said, of the last in which the project has a light. */
  async of(manager: EntityManager, projectId: string, roundId: string | null): Promise<ProjectRoundLight | null> {
    if (roundId === null) return this.latest(manager, projectId);
    const sql = 'select round_id as roundId, light from project_light where project_id = ? and round_id = ?';
    const [row] = await manager.query<ProjectRoundLight[]>(sql, [projectId, roundId]);
    return row ?? null;
  }

  /**
   * The lights in a round of the projects whose rectification is accepted. A light counts once the round is locked or the
   * report was checked: what is typed before decides nothing.
   * @param projectIds some hundred at most; null for all
   */
  async settled(
    manager: EntityManager,
    round: { readonly id: string; readonly isLocked: boolean },
    projectIds: readonly string[] | null,
  ): Promise<readonly { readonly id: string; readonly light: Light }[]> {
    const where = new Conditions().add("t.state = 'accepted'");
    if (projectIds !== null) where.among('t.project_id', projectIds);
    if (!round.isLocked) where.add("p.status in ('unitApproved', 'accepted', 'locked')");
    return manager.query(`${SETTLED} where ${where.sql} order by t.id`, [round.id, ...where.params]);
  }
}
