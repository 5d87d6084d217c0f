import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import type { ImportResult } from '../http/imports.dto.js';
import { importResult } from './import-result.js';
import { PlanImport, type ImportRequest } from './plan-import.js';

/** Shows what was understood of target documents and what saving them would change. Writes nothing. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly plan: PlanImport,
    private readonly catalogue: MessageCatalogue,
  ) {}

  /** @throws DomainError what `PlanImport` refuses */
  async run(user: CurrentUser, request: ImportRequest, locale: Locale): Promise<ImportResult> {
    const planned = await this.plan.run(this.uow.reader, user, request);
    return importResult(planned, { saved: false, batchIds: [] }, locale, this.catalogue);
  }
}
