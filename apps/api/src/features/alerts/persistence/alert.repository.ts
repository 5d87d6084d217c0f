import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { insertRows, upsertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockRows } from '../../../platform/database/row-locks.js';
import { AlertStep } from './alert-step.entity.js';
import { Alert } from './alert.entity.js';

/** Where an alert belongs. */
export interface AlertPlace {
  readonly id: string;
  readonly year: number;
  readonly month: number;
  readonly projectCode: string | null;
  readonly projectName: string;
  readonly organisationName: string;
  /** Of the unit that has to answer. */
  readonly path: string;
}

const PLACES = `
  select a.id as id, r.year as year, r.month as month, p.code as projectCode, p.name as projectName,
    o.name as organisationName, o.path as path
  from alert a
  join monitoring_round r on r.id = a.round_id
  join project p on p.id = a.project_id
  join organisation o on o.id = a.organisation_id
  where a.id in`;

/** Ids per statement: below the parameter limits of both databases. */
const MAX_IDS = 1000;

@Injectable()
export class AlertRepository {
  /** In the order of the ids; those that are not there are left out. */
  async byIds(manager: EntityManager, ids: readonly string[]): Promise<readonly Alert[]> {
    const found = new Map<string, Alert>();
    for (let start = 0; start < ids.length; start += MAX_IDS) {
      const some = await manager.findBy(Alert, { id: In(ids.slice(start, start + MAX_IDS)) });
      for (const alert of some) found.set(alert.id, alert);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  /** All of a round that is not large. */
  ofRound(manager: EntityManager, roundId: string): Promise<Alert[]> {
    return manager.find(Alert, { where: { roundId }, order: { id: 'ASC' } });
  }

  /** Those with these ids, held until the transaction ends. */
  async hold(manager: EntityManager, ids: readonly string[]): Promise<readonly Alert[]> {
    for (let start = 0; start < ids.length; start += MAX_IDS) {
      await lockRows(manager, 'alert', ids.slice(start, start + MAX_IDS), 'exclusive');
    }
    return this.byIds(manager, ids);
  }

  async places(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, AlertPlace>> {
    const places = new Map<string, AlertPlace>();
    for (let start = 0; start < ids.length; start += MAX_IDS) {
      const some = ids.slice(start, start + MAX_IDS);
      const rows = await manager.query<AlertPlace[]>(`${PLACES} (${placeholders(some.length)})`, some);
      for (const row of rows) places.set(row.id, { ...row, year: Number(row.year), month: Number(row.month) });
    }
    return places;
  }

  /** New ones; where another evaluation has raised one of them meanwhile, that stays as it is. */
  async raise(manager: EntityManager, alerts: readonly Alert[]): Promise<void> {
    await upsertRows(manager, Alert, alerts, ['roundId', 'projectId', 'kind'], ['kind']);
  }

  /** Writes alerts that are held back. */
  async update(manager: EntityManager, alerts: readonly Alert[]): Promise<void> {
    await upsertRows(manager, Alert, alerts, ['id']);
  }

  async addSteps(manager: EntityManager, steps: readonly AlertStep[]): Promise<void> {
    await insertRows(manager, AlertStep, steps);
  }

  /** Oldest first. */
  steps(manager: EntityManager, alertId: string): Promise<AlertStep[]> {
    return manager.find(AlertStep, { where: { alertId }, order: { at: 'ASC', id: 'ASC' } });
  }
}
