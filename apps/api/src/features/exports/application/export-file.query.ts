import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FORM_CONTENT_TYPES } from '../../../platform/documents/write/form-writing.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';

/** The file of an export, sent while it is read. That it was fetched is recorded: from then on the papers are outside. */
@Injectable()
export class ExportFileQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DomainError `not-found` also for another person's, `export-unfinished`, `export-expired` */
  async run(user: CurrentUser, id: string, remoteAddress: string | null) {
    const row = await this.exports.own(this.uow.reader, user.username, id);
    if (row === null) throw new DomainError('not-found');
    const { file, sha256, bytes } = row;
    if (file === null || sha256 === null || bytes === null) throw new DomainError('export-unfinished');
    if (row.fileRemovedAt !== null) throw new DomainError('export-expired');
    await this.uow.run((manager) =>
      this.audit.record(manager, {
        actor: user.username,
        onBehalfOf: row.requestedFor,
        action: 'exports.download',
        subject: `export/${id}`,
        after: { file, sha256 },
        remoteAddress,
      }),
    );
    const content = Readable.from(this.files.stream(this.uow.reader, sha256));
    return { file, bytes, contentType: contentTypeOf(file), content };
  }
}

function contentTypeOf(file: string): string {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  return ending in FORM_CONTENT_TYPES
    ? FORM_CONTENT_TYPES[ending as keyof typeof FORM_CONTENT_TYPES]
    : 'application/zip';
}
