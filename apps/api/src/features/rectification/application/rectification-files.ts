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
import type { RectificationFile } from '../persistence/rectification-file.entity.js';
import { RectificationRepository } from '../persistence/rectification.repository.js';
import { Rectification } from '../persistence/rectification.entity.js';
import { FollowUpAccess, type HeldFollowUp } from './follow-up-access.js';
import { KeepStep } from './keep-step.js';
import { mayWith } from './rectification-views.js';

/** Files that one rectification may have. */
const MOST_FILES = 20;

/** Evidence (佐证) of a rectification: added and removed by the unit while it puts right, read by whoever sees it. */
@Injectable()
export class RectificationFiles {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: FollowUpAccess,
    private readonly rectifications: RectificationRepository,
    private readonly files: FileStore,
    private readonly keep: KeepStep,
    private readonly clock: Clock,
  ) {}

  /**
   * Whatever the version: two who add a file each do not hinder one another.
   * @throws DomainError `not-found`, `forbidden`, `rectification-settled`, `too-many-attachments`, what
   *   `evidenceContentType` refuses
   */
  async add(user: CurrentUser, id: string, { name, bytes }: UploadedFile, remoteAddress?: string): Promise<void> {
    const contentType = evidenceContentType(name, bytes);
    await this.uow.run(async (manager) => {
      const { row, by } = await this.hold(manager, user, id);
      const present = await this.rectifications.filesOf(manager, row.id);
      if (present.length >= MOST_FILES) throw new DomainError('too-many-attachments', { limit: MOST_FILES });
      const { sha256 } = await this.files.put(manager, bytes);
      const file = {
        id: newId(),
        rectificationId: id,
        file: name,
        bytes: bytes.length,
        contentType,
        sha256,
        uploadedBy: user.username,
        uploadedAt: this.clock.now(),
        removedBy: null,
        removedAt: null,
      };
      await this.rectifications.insertFile(manager, file);
      const kept = { step: 'attach', text: name, action: 'rectifications.attach' as const };
      const after = { id: file.id, file: name, bytes: file.bytes, sha256 };
      await this.keep.run(manager, id, by, { ...kept, subject: `rectification/${id}`, after, remoteAddress });
    });
  }

  /** The row and the content stay for the audit. @throws DomainError what `add` does */
  async remove(user: CurrentUser, id: string, fileId: string, remoteAddress?: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const { by } = await this.hold(manager, user, id);
      const found = await this.find(manager, id, fileId);
      await this.rectifications.changeFile(manager, fileId, {
        removedBy: user.username,
        removedAt: this.clock.now(),
      });
      const kept = { step: 'detach', text: found.file, action: 'rectifications.detach' as const };
      const before = { id: fileId, file: found.file, sha256: found.sha256 };
      await this.keep.run(manager, id, by, { ...kept, subject: `rectification/${id}`, before, remoteAddress });
    });
  }

  /** @throws DomainError `not-found` */
  async read(
    user: CurrentUser,
    id: string,
    fileId: string,
  ): Promise<{ readonly found: RectificationFile; readonly bytes: Buffer }> {
    await this.access.read(user, Rectification, id);
    const found = await this.find(this.uow.reader, id, fileId);
    return { found, bytes: await this.files.read(this.uow.reader, found.sha256) };
  }

  private async find(manager: EntityManager, id: string, fileId: string): Promise<RectificationFile> {
    const found = (await this.rectifications.filesOf(manager, id)).find((file) => file.id === fileId);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }

  private async hold(manager: EntityManager, user: CurrentUser, id: string): Promise<HeldFollowUp<Rectification>> {
    const held = await this.access.hold(manager, user, Rectification, { id, anyOf: ['rectifications.write'] });
    if (!mayWith(held.row, user, held.unit.path).includes('attach')) throw new DomainError('rectification-settled');
    return held;
  }
}
