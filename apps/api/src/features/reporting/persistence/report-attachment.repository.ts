import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { ReportAttachment } from './report-attachment.entity.js';

/** The attachments of reports. Every question but the audit's is about those that were not removed. */
@Injectable()
export class ReportAttachmentRepository {
  async insert(manager: EntityManager, attachment: ReportAttachment): Promise<void> {
    await manager.insert(ReportAttachment, attachment);
  }

  /** In the order in which they were added. */
  ofReport(manager: EntityManager, roundId: string, projectId: string): Promise<ReportAttachment[]> {
    const where = { roundId, projectId, removedAt: IsNull() };
    return manager.find(ReportAttachment, { where, order: { uploadedAt: 'ASC', id: 'ASC' } });
  }

  find(manager: EntityManager, roundId: string, projectId: string, id: string): Promise<ReportAttachment | null> {
    return manager.findOneBy(ReportAttachment, { id, roundId, projectId, removedAt: IsNull() });
  }

  /** How many each of these projects has in a round; a project without any is left out. */
  async counts(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, number>> {
    if (projectIds.length === 0) return new Map();
    const rows = await manager.query<{ projectId: string; files: number | string }[]>(
      `select project_id as projectId, count(*) as files from report_attachment
       where round_id = ? and project_id in (${placeholders(projectIds.length)}) and removed_at is null
       group by project_id`,
      [roundId, ...projectIds],
    );
    return new Map(rows.map(({ projectId, files }) => [projectId, Number(files)]));
  }

  async markRemoved(manager: EntityManager, id: string, removedBy: string, removedAt: string): Promise<void> {
    await manager.update(ReportAttachment, { id }, { removedBy, removedAt });
  }
}
