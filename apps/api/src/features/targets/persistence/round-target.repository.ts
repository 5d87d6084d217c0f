import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { CHUNK_OF_PROJECTS, inChunks } from '../application/in-chunks.js';
import { RoundTarget } from './round-target.entity.js';

/** A project whose versions from `since` on say the same as `version`, because the import that made `since` was undone. */
export interface Replacement {
  readonly projectId: string;
  readonly since: number;
  readonly version: number;
}

const IS_PINNED = 'select 1 from round_target t where t.round_id = r.id and t.project_id = p.id';

/**
 * Keeps the version of the targets that each round is judged by. It is decided when the round opens, so that no change of
 * targets touches an open round (R27): what comes later is for the rounds opened afterwards.
 */
@Injectable()
export class RoundTargetRepository {
  /** Pins every project of the round's year to its version in force. */
  async pinRound(manager: EntityManager, roundId: string): Promise<void> {
    const sql = `insert into round_target (round_id, project_id, version)
                 select r.id, p.id, p.current_version from monitoring_round r join project p on p.year = r.year
                 where r.id = ? and not exists (${IS_PINNED})`;
    await manager.query(sql, [roundId]);
  }

  /** Pins projects that have just appeared to their first version in the open rounds of their year. */
  async pinNew(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    if (projectIds.length === 0) return;
    const sql = `insert into round_target (round_id, project_id, version)
                 select r.id, p.id, p.current_version from project p
                 join monitoring_round r on r.year = p.year and r.status = 'open'
                 where p.id in (${placeholders(projectIds.length)}) and not exists (${IS_PINNED})`;
    await manager.query(sql, [...projectIds]);
  }

  /** The versions by which one round judges these projects, as far as they are pinned. */
  async versionsOf(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    const rows: RoundTarget[] = [];
    for await (const ids of inChunks(projectIds, CHUNK_OF_PROJECTS))
      rows.push(...(await manager.findBy(RoundTarget, { roundId, projectId: In([...ids]) })));
    return new Map(rows.map(({ projectId, version }) => [projectId, version]));
  }

  /** The version by which each round of a project's year judges it, by the round's month. */
  async versionsByMonth(manager: EntityManager, projectId: string): Promise<ReadonlyMap<number, number>> {
    const sql = `select r.month as month, t.version as version from round_target t
                 join monitoring_round r on r.id = t.round_id where t.project_id = ?`;
    const rows = await manager.query<{ month: number; version: number }[]>(sql, [projectId]);
    return new Map(rows.map(({ month, version }) => [month, version]));
  }

  /** Has one round judge these projects by other versions. */
  async pin(manager: EntityManager, rows: readonly RoundTarget[]): Promise<void> {
    await upsertRows(manager, RoundTarget, rows, ['roundId', 'projectId'], ['version']);
  }

  /** Has the open rounds that are judged by what was undone be judged by what took its place. Ask for some hundred. */
  async replace(manager: EntityManager, replacements: readonly Replacement[]): Promise<void> {
    const byProject = new Map(replacements.map((each) => [each.projectId, each]));
    const pins = await this.openPins(manager, [...byProject.keys()]);
    await this.pin(
      manager,
      pins.flatMap((pin) => {
        const replacement = byProject.get(pin.projectId);
        const isUndone = replacement !== undefined && pin.version >= replacement.since;
        return isUndone ? [{ ...pin, version: replacement.version }] : [];
      }),
    );
  }

  /** What the open rounds judge these projects by. */
  async openPins(manager: EntityManager, projectIds: readonly string[]): Promise<readonly RoundTarget[]> {
    if (projectIds.length === 0) return [];
    const sql = `select t.round_id as roundId, t.project_id as projectId, t.version as version from round_target t
                 join monitoring_round r on r.id = t.round_id and r.status = 'open'
                 where t.project_id in (${placeholders(projectIds.length)})`;
    return manager.query<RoundTarget[]>(sql, [...projectIds]);
  }
}
