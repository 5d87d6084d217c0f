import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { newId } from '../../../platform/runtime/ids.js';
import { RectificationAlert } from './rectification-alert.entity.js';
import { RectificationFile } from './rectification-file.entity.js';

/** A rectification that the year end has left behind. */
export interface LeftBehind {
  readonly id: string;
  /** The project of the next year that continues its own; null where there is none. */
  readonly successorId: string | null;
  readonly organisationId: string;
}

/** As `SuccessionRepository.predecessor` finds them: as was said, else by the same code (R3). */
const LEFT_BEHIND = `
  select t.id as id, coalesce(s.id, c.id) as successorId,
    coalesce(s.organisation_id, c.organisation_id, t.organisation_id) as organisationId
  from rectification t
  join project p on p.id = t.project_id
  left join project s on s.continues_project_id = p.id
  left join project c on s.id is null and c.year = p.year + 1 and c.code = p.code and c.continues_project_id is null
  where t.state in ('drafting', 'underWay', 'submitted', 'accepted') and p.year < ?
    and (t.carried_over = ? or s.id is not null or c.id is not null)
  order by t.id`;

/** What belongs to rectifications alone: their files, their alerts, and what the year end does with them. */
@Injectable()
export class RectificationRepository {
  async insertFile(manager: EntityManager, file: RectificationFile): Promise<void> {
    await manager.insert(RectificationFile, file);
  }

  async changeFile(manager: EntityManager, id: string, change: Partial<RectificationFile>): Promise<void> {
    await manager.update(RectificationFile, { id }, change);
  }

  /** In the order in which they were added; those that were removed are left out. */
  filesOf(manager: EntityManager, rectificationId: string): Promise<RectificationFile[]> {
    return manager.find(RectificationFile, {
      where: { rectificationId, removedAt: IsNull() },
      order: { uploadedAt: 'ASC', id: 'ASC' },
    });
  }

  async fileCounts(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (ids.length === 0) return new Map();
    const sql = `select rectification_id as id, count(*) as files from rectification_file
                 where removed_at is null and rectification_id in (${placeholders(ids.length)}) group by rectification_id`;
    const rows = await manager.query<{ id: string; files: number | string }[]>(sql, [...ids]);
    return new Map(rows.map(({ id, files }) => [id, Number(files)]));
  }

  async linkAlerts(manager: EntityManager, rectificationId: string, alertIds: readonly string[]): Promise<void> {
    const rows = alertIds.map((alertId) => ({ id: newId(), rectificationId, alertId }));
    if (rows.length > 0) await manager.insert(RectificationAlert, rows);
  }

  /** Rectification → its alerts. */
  async alertsOf(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await manager.find(RectificationAlert, {
      where: { rectificationId: In([...ids]) },
      order: { id: 'ASC' },
    });
    const alerts = new Map<string, string[]>();
    for (const { rectificationId, alertId } of rows) {
      alerts.set(rectificationId, [...(alerts.get(rectificationId) ?? []), alertId]);
    }
    return alerts;
  }

  /** Rectifications that are not over though the year of their project is, and that can be taken on. */
  leftBehind(manager: EntityManager, beforeYear: number): Promise<LeftBehind[]> {
    return manager.query<LeftBehind[]>(LEFT_BEHIND, [beforeYear, 0]);
  }
}
