import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { evidenceContentType } from '../../../platform/files/evidence-file.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { actorAt, holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import type { UploadedFile } from '../../../platform/http/read-upload.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { ProjectDocumentView } from '../http/target-changes.dto.js';
import type { ProjectDocument } from '../persistence/project-document.entity.js';
import { TargetChangeRepository } from '../persistence/target-change.repository.js';
import { ProjectAccess } from './project-access.query.js';

/** The documents that support changes of a project's budget and targets (依据文件). None is ever removed. */
@Injectable()
export class ProjectDocuments {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ProjectAccess,
    private readonly changes: TargetChangeRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, what `evidenceContentType` refuses */
  async add(
    user: CurrentUser,
    projectId: string,
    file: UploadedFile,
    remoteAddress: string,
  ): Promise<ProjectDocumentView> {
    const mediaType = evidenceContentType(file.name, file.bytes);
    return this.uow.run(async (manager) => {
      const { organisation } = await this.access.require(user, projectId, 'lights.read', manager);
      const mayPropose = holdsAt(user, 'targets.propose', organisation.path);
      if (!mayPropose && !holdsAt(user, 'budgets.adjust', organisation.path)) throw new DomainError('forbidden');
      const { sha256, bytes } = await this.files.put(manager, file.bytes);
      const uploadedAt = this.clock.now();
      const { name } = file;
      const document = {
        id: newId(),
        projectId,
        name,
        mediaType,
        sha256,
        bytes,
        uploadedBy: user.username,
        uploadedAt,
      };
      await this.changes.insertDocument(manager, document);
      await this.audit.record(manager, {
        ...actorAt(user, ['targets.propose', 'budgets.adjust'], organisation.path),
        action: 'targets.add-document',
        subject: `project/${projectId}`,
        after: { id: document.id, name, sha256, bytes },
        remoteAddress,
      });
      return documentView(document);
    });
  }

  /** @throws DomainError `not-found` */
  async read(
    user: CurrentUser,
    projectId: string,
    documentId: string,
  ): Promise<{ readonly document: ProjectDocument; readonly bytes: Buffer }> {
    await this.access.require(user, projectId, 'lights.read');
    const [document] = await this.require(this.uow.reader, projectId, [documentId]);
    if (document === undefined) throw new DomainError('not-found');
    return { document, bytes: await this.files.read(this.uow.reader, document.sha256) };
  }

  /**
   * The named documents of a project, in the order named.
   * @throws DomainError `document-unknown` where one is not the project's
   */
  async require(
    manager: EntityManager,
    projectId: string,
    ids: readonly string[],
  ): Promise<readonly ProjectDocument[]> {
    if (ids.length === 0) return [];
    const byId = new Map((await this.changes.documentsOf(manager, [projectId])).map((each) => [each.id, each]));
    return ids.map((id) => {
      const document = byId.get(id);
      if (document === undefined) throw new DomainError('document-unknown');
      return document;
    });
  }
}

export const documentView = ({
  id,
  name,
  mediaType,
  bytes,
  uploadedBy,
  uploadedAt,
}: ProjectDocument): ProjectDocumentView => ({ id, name, mediaType, bytes, uploadedBy, uploadedAt });
