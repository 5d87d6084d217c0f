import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { AuditPage, AuditQuery } from '../http/audit.dto.js';
import { AuditSearch } from '../persistence/audit-search.query.js';
import { EntryView } from './entry-view.js';
import { requireWholeTree } from './require-whole-tree.js';

@Injectable()
export class AuditPageQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly search: AuditSearch,
    private readonly view: EntryView,
  ) {}

  /**
   * Newest first.
   * @throws DomainError `forbidden` for whom does not read the whole tree
   */
  async read(
    user: CurrentUser,
    { page, size, ...criteria }: z.output<typeof AuditQuery>,
    locale: Locale,
  ): Promise<z.output<typeof AuditPage>> {
    requireWholeTree(user);
    const { reader } = this.uow;
    const rows = await this.search.page(reader, criteria, { page, size });
    const total = await this.search.count(reader, criteria);
    return { items: [...(await this.view.named(reader, rows, locale))], total };
  }
}
