import type { AlertClosing, AlertKind, AlertReason, AlertState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { Alert } from './alert.entity.js';

/** What of an alert tells whether the rules change it: a county has some hundred thousand, most of which stay as they are. */
export type StandingAlert = Pick<
  Alert,
  'id' | 'projectId' | 'organisationId' | 'kind' | 'severity' | 'state' | 'closing' | 'reason'
>;

type StandingRow = Omit<StandingAlert, 'reason'> & { readonly reason: string };

/** An alert of an earlier round of the same year. */
export interface EarlierAlert {
  readonly id: string;
  readonly projectId: string;
  readonly roundId: string;
  readonly kind: AlertKind;
  readonly state: AlertState;
  readonly closing: AlertClosing | null;
  readonly consecutive: number;
  /** Its rule held when its round was over, as far as is known: it did not recover, nor was it taken back. */
  readonly heldToTheEnd: boolean;
}

const TAKEN_BACK: ReadonlySet<AlertClosing | null> = new Set(['recovered', 'rule-off', 'project-gone']);

/** What alerts some hundred projects have already, by project. */
@Injectable()
export class ProjectAlerts {
  /** Those of a round, not held. */
  async standing(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly StandingAlert[]>> {
    if (projectIds.length === 0) return new Map();
    const sql = `select id as id, project_id as projectId, organisation_id as organisationId, kind as kind,
        severity as severity, state as state, closing as closing, reason as reason
      from alert where round_id = ? and project_id in (${placeholders(projectIds.length)})`;
    const rows = await manager.query<StandingRow[]>(sql, [roundId, ...projectIds]);
    const standing = rows.map((row) => ({ ...row, reason: JSON.parse(row.reason) as AlertReason }));
    return groupBy(standing, ({ projectId }) => projectId);
  }

  /** Those of some rounds. By their ids, for both databases find an alert by its round and project at once. */
  async ofRounds(
    manager: EntityManager,
    roundIds: readonly string[],
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly EarlierAlert[]>> {
    if (roundIds.length === 0 || projectIds.length === 0) return new Map();
    const sql = `select id as id, project_id as projectId, round_id as roundId, kind as kind, state as state,
        closing as closing, consecutive as consecutive
      from alert where round_id in (${placeholders(roundIds.length)})
        and project_id in (${placeholders(projectIds.length)})`;
    const rows = await manager.query<Omit<EarlierAlert, 'heldToTheEnd'>[]>(sql, [...roundIds, ...projectIds]);
    const earlier = rows.map((row) => ({
      ...row,
      consecutive: Number(row.consecutive),
      heldToTheEnd: !TAKEN_BACK.has(row.closing),
    }));
    return groupBy(earlier, ({ projectId }) => projectId);
  }

  /** Ids of alerts of some units that are not closed although their project has no light in the round any more. */
  async withoutLight(
    manager: EntityManager,
    roundId: string,
    organisationIds: readonly string[],
  ): Promise<readonly string[]> {
    const sql = `select a.id as id from alert a
      where a.round_id = ? and a.organisation_id in (${placeholders(organisationIds.length)}) and a.state <> 'closed'
        and not exists (select 1 from project_light l where l.round_id = a.round_id and l.project_id = a.project_id)`;
    const rows = await manager.query<{ id: string }[]>(sql, [roundId, ...organisationIds]);
    return rows.map(({ id }) => id);
  }
}
