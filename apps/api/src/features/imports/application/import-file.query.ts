import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AccessImports } from './access-imports.js';

/** The original of a batch, as it was uploaded. */
@Injectable()
export class ImportFileQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: AccessImports,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `not-found`, `import-file-not-kept` */
  async run(user: CurrentUser, batchId: string): Promise<{ readonly bytes: Buffer; readonly disposition: string }> {
    const manager = this.uow.reader;
    const { file, sha256, fileKept } = await this.access.batch(manager, user, batchId);
    if (!fileKept) throw new DomainError('import-file-not-kept', { file });
    const bytes = await this.files.read(manager, sha256);
    return { bytes, disposition: `attachment; filename*=UTF-8''${encoded(file)}` };
  }
}

/** RFC 8187: besides what `encodeURIComponent` escapes, these may not stand in the name. */
const encoded = (name: string): string =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
