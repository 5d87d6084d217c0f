import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { AuditPage, AuditQuery } from '../http/audit.dto.js';
import { AuditEntry } from '../persistence/audit-entry.entity.js';

@Injectable()
export class AuditPageQuery {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Newest first. Entries tell of every part of the tree, so only a reader of the whole tree may see them.
   * @throws DomainError `forbidden`
   */
  async read(user: CurrentUser, query: z.output<typeof AuditQuery>): Promise<z.output<typeof AuditPage>> {
    if (!holdsEverywhere(user, 'audit.read')) throw new DomainError('forbidden');
    const { actor, action, subject, page, size } = query;
    const [entries, total] = await this.uow.reader.findAndCount(AuditEntry, {
      where: {
        ...(actor === undefined ? {} : { actor }),
        ...(action === undefined ? {} : { action }),
        ...(subject === undefined ? {} : { subject }),
      },
      order: { at: 'DESC', id: 'DESC' },
      skip: (page - 1) * size,
      take: size,
    });
    return {
      items: entries.map((entry) => ({ ...entry, before: text(entry.before), after: text(entry.after) })),
      total,
    };
  }
}

const text = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
