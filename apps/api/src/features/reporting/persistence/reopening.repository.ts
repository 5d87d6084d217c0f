import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { ReportReopening } from './report-reopening.entity.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

@Injectable()
export class ReopeningRepository {
  byId(manager: EntityManager, id: string): Promise<ReportReopening | null> {
    return manager.findOneBy(ReportReopening, { id });
  }

  /** The live reopenings of a round, oldest first. */
  live(manager: EntityManager, roundId: string): Promise<ReportReopening[]> {
    return manager.find(ReportReopening, { where: { roundId, closedAt: IsNull() }, order: { id: 'ASC' } });
  }

  /** The live reopening of each of these projects. */
  async liveOf(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, ReportReopening>> {
    const found = new Map<string, ReportReopening>();
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const projectId = In(projectIds.slice(start, start + CHUNK));
      for (const row of await manager.findBy(ReportReopening, { roundId, projectId, closedAt: IsNull() }))
        found.set(row.projectId, row);
    }
    return found;
  }

  /** Which of these projects (some hundred at most) have ever been reopened in this round. */
  async everOf(manager: EntityManager, roundId: string, projectIds: readonly string[]): Promise<ReadonlySet<string>> {
    const where = { roundId, projectId: In([...projectIds]) };
    const rows = await manager.find(ReportReopening, { select: { projectId: true }, where });
    return new Set(rows.map(({ projectId }) => projectId));
  }

  /** Ids of the projects that have ever been reopened in this round. */
  async projectIds(manager: EntityManager, roundId: string): Promise<readonly string[]> {
    const rows = await manager.find(ReportReopening, { select: { projectId: true }, where: { roundId } });
    return [...new Set(rows.map(({ projectId }) => projectId))].sort();
  }

  /** Live reopenings whose last day is before `today`. */
  expired(manager: EntityManager, today: string): Promise<ReportReopening[]> {
    return manager.find(ReportReopening, {
      where: { closedAt: IsNull(), expiresOn: LessThan(today) },
      order: { id: 'ASC' },
    });
  }

  async insert(manager: EntityManager, reopening: ReportReopening): Promise<void> {
    await insertRows(manager, ReportReopening, [reopening]);
  }

  async close(
    manager: EntityManager,
    ids: readonly string[],
    end: Pick<ReportReopening, 'closedAt' | 'closedBy' | 'closedHow'>,
  ): Promise<void> {
    await manager.update(ReportReopening, { id: In([...ids]) }, end);
  }
}
