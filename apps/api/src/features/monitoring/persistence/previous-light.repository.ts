import { lightTurn, type Light, type LightTurn } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';

/** A project's light then, and what has become of it. */
export interface ComparedLight {
  readonly previousLight: Light | null;
  readonly lightTurn: LightTurn | null;
}

/** A unit of which lights in a round have changed. */
export interface TouchedUnit {
  readonly roundId: string;
  readonly organisationId: string;
}

/** Light of a project in the round that is compared with; the light that a project of this round has. */
interface LightOf {
  readonly projectId: string;
  readonly light: Light;
}

interface Neighbours {
  readonly previousId: string | null;
  readonly nextId: string | null;
}

/**
 * Keeps beside each light the one of the round before in the same year. Whoever stores lights holds their projects, so that
 * nobody else stores lights of them in a neighbouring round at the same time.
 */
@Injectable()
export class PreviousLights {
  /** @returns for lights that are about to be stored in a round, what they are compared with */
  async compare(
    manager: EntityManager,
    roundId: string,
    lights: readonly LightOf[],
  ): Promise<(light: LightOf) => ComparedLight> {
    const { previousId } = await neighbours(manager, roundId);
    if (previousId === null) return () => ({ previousLight: null, lightTurn: null });
    const sql = `select project_id as projectId, light as light from project_light
                 where round_id = ? and project_id in (${placeholders(lights.length)})`;
    const ids = lights.map(({ projectId }) => projectId);
    const rows = await manager.query<LightOf[]>(sql, [previousId, ...ids]);
    const previous = new Map(rows.map(({ projectId, light }) => [projectId, light]));
    return ({ projectId, light }) => compared(previous.get(projectId) ?? null, light);
  }

  /** Tells the round after of lights that are new or have changed. @returns the units there of which that changes something */
  async passOn(manager: EntityManager, roundId: string, lights: readonly LightOf[]): Promise<readonly TouchedUnit[]> {
    if (lights.length === 0) return [];
    const { nextId } = await neighbours(manager, roundId);
    if (nextId === null) return [];
    const sql = `select id as id, project_id as projectId, organisation_id as organisationId, light as light
                 from project_light where round_id = ? and project_id in (${placeholders(lights.length)})`;
    const ids = lights.map(({ projectId }) => projectId);
    const rows = await manager.query<(LightOf & { id: string; organisationId: string })[]>(sql, [nextId, ...ids]);
    const previous = new Map(lights.map(({ projectId, light }) => [projectId, light]));
    const alike = groupBy(rows, ({ projectId, light }) => `${previous.get(projectId)} ${light}`);
    for (const some of alike.values()) {
      const [first] = some;
      if (first === undefined) continue;
      const change = compared(previous.get(first.projectId) ?? null, first.light);
      await manager.query(
        `update project_light set previous_light = ?, light_turn = ? where id in (${placeholders(some.length)})`,
        [change.previousLight, change.lightTurn, ...some.map(({ id }) => id)],
      );
    }
    return rows.map(({ organisationId }) => ({ roundId: nextId, organisationId }));
  }

  /**
   * The round after a new one is compared with it from now on, which has no lights yet.
   * @returns the round after; null where there is none
   */
  async forget(manager: EntityManager, roundId: string): Promise<string | null> {
    const { nextId } = await neighbours(manager, roundId);
    if (nextId === null) return null;
    await manager.query(
      `update project_light set previous_light = null,
              light_turn = case when light in ('red', 'yellow') then 'worse' else null end
       where round_id = ?`,
      [nextId],
    );
    return nextId;
  }
}

/** In a round that has one before it. */
const compared = (previousLight: Light | null, light: Light): ComparedLight => ({
  previousLight,
  lightTurn: lightTurn(previousLight ?? 'grey', light),
});

/** The rounds of the same year just before and just after. */
async function neighbours(manager: EntityManager, roundId: string): Promise<Neighbours> {
  const sql = `select id as id from monitoring_round
               where year = (select year from monitoring_round where id = ?) order by month`;
  const ids = (await manager.query<{ id: string }[]>(sql, [roundId])).map(({ id }) => id);
  const place = ids.indexOf(roundId);
  return place < 0
    ? { previousId: null, nextId: null }
    : { previousId: ids[place - 1] ?? null, nextId: ids[place + 1] ?? null };
}
