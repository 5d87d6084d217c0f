import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows, upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockOne } from '../../../platform/database/row-locks.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { SqlCondition } from '../../organisations/index.js';
import { inChunks } from '../jobs/recompute.jobs.js';
import { ALL_FIGURES, LightSums } from './light-sums.repository.js';
import { LightSummaryRequest } from './light-summary-request.entity.js';
import { LightSummaryState } from './light-summary-state.entity.js';
import { LightSummary } from './light-summary.entity.js';

/** What has changed in a round since it was summed up. */
export interface Unsummed {
  /** Null where the round as a whole has never been summed up. */
  readonly refreshedAt: string | null;
  /** Whether any unit may have changed. */
  readonly whole: boolean;
  readonly units: readonly string[];
}

/** A round with changes that wait to be summed up. */
export interface WaitingRound {
  readonly roundId: string;
  readonly since: string;
}

const EVERY_UNIT: SqlCondition = { sql: '1 = 1', params: [] };

/** The sums of lights by unit, and what is known to be missing in them. */
@Injectable()
export class LightSummaryRepository {
  constructor(private readonly sums: LightSums) {}

  /** Notes that units have to be summed up again; null for all of a round. */
  async request(
    manager: EntityManager,
    roundId: string,
    units: readonly (string | null)[],
    createdAt: string,
  ): Promise<void> {
    const rows = units.map((organisationId) => ({ id: newId(), roundId, organisationId, createdAt }));
    await insertRows(manager, LightSummaryRequest, rows);
  }

  /** The rounds of which something waits, with the time of the oldest change. */
  waiting(manager: EntityManager): Promise<readonly WaitingRound[]> {
    const sql = `select round_id as roundId, min(created_at) as since from light_summary_request group by round_id`;
    return manager.query<WaitingRound[]>(sql);
  }

  /** Ids of rounds that have lights and have never been summed up, as after an upgrade. */
  async neverSummed(manager: EntityManager): Promise<readonly string[]> {
    const sql = `select r.id as id from monitoring_round r
                 where not exists (select 1 from light_summary_state s where s.round_id = r.id)
                   and exists (select 1 from project_light l where l.round_id = r.id)`;
    return (await manager.query<{ id: string }[]>(sql)).map(({ id }) => id);
  }

  /** What has changed in some rounds since they were summed up; nothing of a round that is not in the answer. */
  async unsummed(manager: EntityManager, roundIds: readonly string[]): Promise<ReadonlyMap<string, Unsummed>> {
    const among = placeholders(roundIds.length);
    const requests = await manager.query<{ roundId: string; organisationId: string | null }[]>(
      `select distinct round_id as roundId, organisation_id as organisationId from light_summary_request
       where round_id in (${among})`,
      [...roundIds],
    );
    const states = await manager.query<{ roundId: string; refreshedAt: string }[]>(
      `select round_id as roundId, refreshed_at as refreshedAt from light_summary_state where round_id in (${among})`,
      [...roundIds],
    );
    const refreshed = new Map(states.map(({ roundId, refreshedAt }) => [roundId, refreshedAt]));
    return new Map(
      roundIds.map((roundId) => {
        const units = requests.filter((each) => each.roundId === roundId).map(({ organisationId }) => organisationId);
        const refreshedAt = refreshed.get(roundId) ?? null;
        return [roundId, { refreshedAt, whole: units.includes(null), units: units.filter((unit) => unit !== null) }];
      }),
    );
  }

  /** Whether some units of a round have more lights than `most`. */
  async hasMoreThan(manager: EntityManager, most: number, roundId: string, units: readonly string[]): Promise<boolean> {
    if (units.length === 0) return false;
    const sql = `select id from project_light where round_id = ? and organisation_id in (${placeholders(units.length)})
                 limit 1 offset ?`;
    const [beyond] = await manager.query<unknown[]>(sql, [roundId, ...units, most]);
    return beyond !== undefined;
  }

  /**
   * Sums up what has been asked for in a round until now, and takes the requests away. One after the other: who comes
   * second begins by what the first has left.
   * @returns the units, `all` of them; null where nothing was asked for
   */
  async refresh(manager: EntityManager, roundId: string, now: string): Promise<readonly string[] | 'all' | null> {
    const state = await lockOne(manager, LightSummaryState, { roundId }, 'exclusive');
    // Before the lights are read: what is asked for later may be in them or not, and is summed up again.
    const requests = await manager.findBy(LightSummaryRequest, { roundId });
    if (requests.length === 0) return null;
    if (state === null) await insertRows(manager, LightSummaryState, [{ roundId, refreshedAt: now }]);
    else await upsertRows(manager, LightSummaryState, [{ roundId, refreshedAt: now }], ['roundId']);
    const asked = requests.map(({ organisationId }) => organisationId);
    const isWhole = state === null || asked.includes(null);
    const units = [...new Set(asked.filter((unit) => unit !== null))];
    if (isWhole) await this.sumUp(manager, roundId, null);
    else for (const some of inChunks(units)) await this.sumUp(manager, roundId, some);
    for (const some of inChunks(requests))
      await manager.delete(
        LightSummaryRequest,
        some.map(({ id }) => id),
      );
    return isWhole ? 'all' : units;
  }

  private async sumUp(manager: EntityManager, roundId: string, units: readonly string[] | null): Promise<void> {
    const which =
      units === null ? EVERY_UNIT : { sql: `l.organisation_id in (${placeholders(units.length)})`, params: units };
    const by = ['roundId', 'organisationId', 'light', 'previousLight'] as const;
    const sums = await this.sums.of(manager, [{ roundId, direct: 'all' }], which, by, ALL_FIGURES);
    // SQLite knows no alias in a delete.
    const old = which.sql.replace('l.organisation_id', 'organisation_id');
    await manager.query(`delete from light_summary where round_id = ? and ${old}`, [roundId, ...which.params]);
    await insertRows(manager, LightSummary, sums);
  }
}
