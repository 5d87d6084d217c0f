import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';

/** Takes an export off its requester's list and drops its file. The ledger of papers stays: they may be outside already. */
@Injectable()
export class DeleteExport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` also for another person's, `export-under-way` as long as its job goes on */
  async run(user: CurrentUser, id: string, remoteAddress: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const row = await this.exports.hold(manager, id);
      if (row === null || row.requestedBy !== user.username || row.deletedAt !== null) {
        throw new DomainError('not-found');
      }
      const underWay = await this.exports.underWay(manager, [id]);
      if (row.finishedAt === null && underWay.has(id)) throw new DomainError('export-under-way');
      const now = this.clock.now();
      if (row.sha256 !== null && row.fileRemovedAt === null) {
        await this.files.release(manager, row.sha256);
        await this.exports.change(manager, id, { fileRemovedAt: now });
      }
      await this.exports.change(manager, id, { deletedAt: now });
      await this.audit.record(manager, {
        actor: user.username,
        onBehalfOf: row.requestedFor,
        action: 'exports.delete',
        subject: `export/${id}`,
        before: { file: row.file, sha256: row.sha256 },
        remoteAddress,
      });
    });
  }
}
