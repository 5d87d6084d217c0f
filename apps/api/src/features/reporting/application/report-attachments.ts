import { isEditable } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { evidenceContentType } from '../../../platform/files/evidence-file.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { UploadedFile } from '../../../platform/http/read-upload.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog, type AuditAction, type AuditRecord } from '../../audit/index.js';
import { PeopleNames } from '../../identity/index.js';
import { ProjectAccess } from '../../targets/index.js';
import type { AttachmentList } from '../http/attachments.dto.js';
import type { ReportAttachment } from '../persistence/report-attachment.entity.js';
import { ReportAttachmentRepository } from '../persistence/report-attachment.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { ReportAccess, type HeldReport, type ReportKey } from './report-access.js';

/** Files that one report may have. */
const MOST_FILES = 20;

/** Evidence (佐证) of a report: added and removed while the report may be changed, read by whoever may read the report. */
@Injectable()
export class ReportAttachments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ReportAccess,
    private readonly projects: ProjectAccess,
    private readonly rounds: RoundRepository,
    private readonly attachments: ReportAttachmentRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `not-found` for a project out of sight or of another year, `round-not-found` */
  async list(user: CurrentUser, key: ReportKey): Promise<AttachmentList> {
    const manager = this.uow.reader;
    const roundId = await this.readable(user, key);
    const rows = (await this.attachments.ofReport(manager, roundId, key.projectId)).map(attachmentView);
    return { items: await this.names.beside(manager, rows, 'uploadedBy') };
  }

  /** @throws DomainError what `list` refuses, and `not-found` for an attachment that is not there or was removed */
  async read(
    user: CurrentUser,
    key: ReportKey,
    id: string,
  ): Promise<{ readonly file: string; readonly contentType: string; readonly bytes: Buffer }> {
    const manager = this.uow.reader;
    const found = await this.attachments.find(manager, await this.readable(user, key), key.projectId, id);
    if (found === null) throw new DomainError('not-found');
    return { file: found.file, contentType: found.contentType, bytes: await this.files.read(manager, found.sha256) };
  }

  /**
   * @param indicatorId the indicator that the file belongs to; null for the project as a whole
   * @throws DomainError what `ReportAccess.holdAny` and `evidenceContentType` refuse, `report-submitted`,
   *   `reopened-indicator-only`, `indicator-unknown`, or `too-many-attachments`
   */
  async add(
    user: CurrentUser,
    key: ReportKey,
    { name, bytes }: UploadedFile,
    indicatorId: string | null,
    remoteAddress?: string,
  ): Promise<AttachmentList> {
    const contentType = evidenceContentType(name, bytes);
    await this.uow.run(async (manager) => {
      const held = await this.access.holdAny(manager, user, 'reports.write', key);
      requireEditable(held, indicatorId);
      const { round, target, principal } = held;
      const isKnown = target.content.indicators.some(({ lineageId }) => lineageId === indicatorId);
      if (indicatorId !== null && !isKnown) throw new DomainError('indicator-unknown', { indicator: indicatorId });
      const present = await this.attachments.ofReport(manager, round.id, key.projectId);
      if (present.length >= MOST_FILES) throw new DomainError('too-many-attachments', { limit: MOST_FILES });
      const { sha256 } = await this.files.put(manager, bytes);
      const attachment = {
        id: newId(),
        roundId: round.id,
        projectId: key.projectId,
        lineageId: indicatorId,
        file: name,
        bytes: bytes.length,
        contentType,
        sha256,
        uploadedBy: user.username,
        uploadedAt: this.clock.now(),
        removedBy: null,
        removedAt: null,
      };
      await this.attachments.insert(manager, attachment);
      const actor = { actor: user.username, onBehalfOf: principal };
      await this.record(manager, actor, 'reporting.attach', key, { after: auditView(attachment) }, remoteAddress);
    });
    return this.list(user, key);
  }

  /** The row and the content stay for the audit. @throws DomainError what `add` refuses, `not-found` */
  async remove(user: CurrentUser, key: ReportKey, id: string, remoteAddress?: string): Promise<AttachmentList> {
    await this.uow.run(async (manager) => {
      const held = await this.access.holdAny(manager, user, 'reports.write', key);
      const { round, principal } = held;
      const found = await this.attachments.find(manager, round.id, key.projectId, id);
      if (found === null) throw new DomainError('not-found');
      requireEditable(held, found.lineageId);
      await this.attachments.markRemoved(manager, id, user.username, this.clock.now());
      const actor = { actor: user.username, onBehalfOf: principal };
      await this.record(manager, actor, 'reporting.detach', key, { before: auditView(found) }, remoteAddress);
    });
    return this.list(user, key);
  }

  private async readable(user: CurrentUser, { year, month, projectId }: ReportKey): Promise<string> {
    const { project } = await this.projects.require(user, projectId, 'lights.read');
    if (project.year !== year) throw new DomainError('not-found');
    return (await this.rounds.require(this.uow.reader, year, month)).id;
  }

  private async record(
    manager: EntityManager,
    actor: Pick<AuditRecord, 'actor' | 'onBehalfOf'>,
    action: AuditAction,
    { year, month, projectId }: ReportKey,
    change: { readonly before?: object; readonly after?: object },
    remoteAddress: string | undefined,
  ): Promise<void> {
    const subject = `report/${year}-${month}/${projectId}`;
    await this.audit.record(manager, { ...actor, action, subject, ...change, remoteAddress });
  }
}

/** @param indicatorId the indicator whose evidence is to change; null for that of the project as a whole */
function requireEditable({ stored, reopening }: HeldReport, indicatorId: string | null): void {
  if (stored !== undefined && !isEditable(stored.row.status)) throw new DomainError('report-submitted');
  const only = reopening?.lineageId ?? null;
  if (only !== null && only !== indicatorId) {
    throw new DomainError('reopened-indicator-only', { indicator: reopening?.indicatorName ?? null });
  }
}

const auditView = ({ id, file, bytes, sha256, lineageId }: ReportAttachment) => ({
  id,
  file,
  bytes,
  sha256,
  lineageId,
});

const attachmentView = ({ id, lineageId, file, bytes, uploadedBy, uploadedAt }: ReportAttachment) => ({
  id,
  indicatorId: lineageId,
  file,
  bytes,
  uploadedBy,
  uploadedAt,
});
