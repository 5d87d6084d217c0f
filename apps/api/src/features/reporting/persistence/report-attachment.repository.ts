import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
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

  /** Of some hundred projects, each project's in one and the same order; one without any is left out. */
  async ofProjects(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ReportAttachment[]>> {
    const where = { roundId, projectId: In([...projectIds]), removedAt: IsNull() };
    return groupBy(await manager.find(ReportAttachment, { where, order: { id: 'ASC' } }), ({ projectId }) => projectId);
  }

  /** Has a report the evidence that it had at an instant: what was added since goes, what was removed since is back. */
  async putBack(
    manager: EntityManager,
    { roundId, projectId }: Pick<ReportAttachment, 'roundId' | 'projectId'>,
    since: string,
    { by, at }: { readonly by: string; readonly at: string },
  ): Promise<void> {
    const report = { roundId, projectId };
    const added = { ...report, uploadedAt: MoreThanOrEqual(since), removedAt: IsNull() };
    await manager.update(ReportAttachment, added, { removedBy: by, removedAt: at });
    const removed = { ...report, uploadedAt: LessThan(since), removedAt: MoreThanOrEqual(since) };
    await manager.update(ReportAttachment, removed, { removedBy: null, removedAt: null });
  }

  async markRemoved(manager: EntityManager, id: string, removedBy: string, removedAt: string): Promise<void> {
    await manager.update(ReportAttachment, { id }, { removedBy, removedAt });
  }
}
