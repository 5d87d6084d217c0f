import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { AlertStep } from './alert-step.entity.js';
import { Alert } from './alert.entity.js';

const SEEN_TO = `
  select distinct a.project_id as projectId from alert a join alert_step s on s.alert_id = a.id
  where s.actor is not null and a.project_id in`;

/** What of alerts stands in the way of removing some hundred projects, and what goes with them. */
@Injectable()
export class AlertRemoval {
  /** The projects to whose alerts somebody has said something. */
  async seenTo(manager: EntityManager, projectIds: readonly string[]): Promise<readonly string[]> {
    if (projectIds.length === 0) return [];
    const rows = await manager.query<{ projectId: string }[]>(`${SEEN_TO} (${placeholders(projectIds.length)})`, [
      ...projectIds,
    ]);
    return rows.map(({ projectId }) => projectId);
  }

  async removeOf(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    const select = { id: true } as const;
    const alerts = await manager.find(Alert, { select, where: { projectId: In([...projectIds]) } });
    if (alerts.length === 0) return;
    const ids = In(alerts.map(({ id }) => id));
    await manager.delete(AlertStep, { alertId: ids });
    await manager.delete(Alert, { id: ids });
  }
}
