import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  ReportAttachmentRepository,
  reportDocument,
  ReportRepository,
  type ReportAttachment,
  type StoredReport,
} from '../../reporting/index.js';
import type { SealedProject } from './snapshot.js';

export type SealedReport = Required<Pick<SealedProject, 'report' | 'evidence'>>;

/** What was reported of some projects and the evidence given for it, as a snapshot holds them. */
@Injectable()
export class SealedReports {
  constructor(
    private readonly reports: ReportRepository,
    private readonly attachments: ReportAttachmentRepository,
  ) {}

  /** @returns what there is of each of some hundred projects */
  async of(
    manager: EntityManager,
    roundId: string,
    projectIds: readonly string[],
  ): Promise<(projectId: string) => SealedReport> {
    const reports = await this.reports.ofRound(manager, roundId, projectIds);
    const attachments = await this.attachments.ofProjects(manager, roundId, projectIds);
    return (projectId) => ({
      report: sealedReport(reports.get(projectId)),
      evidence: (attachments.get(projectId) ?? []).map(sealedFile),
    });
  }
}

const sealedReport = (stored: StoredReport | undefined): SealedProject['report'] =>
  stored === undefined
    ? null
    : { ...reportDocument(stored.content), status: stored.row.status, version: stored.row.version };

const sealedFile = ({ id, lineageId, file, sha256 }: ReportAttachment): SealedReport['evidence'][number] => ({
  id,
  indicatorId: lineageId,
  file,
  sha256,
});
