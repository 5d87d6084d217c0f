import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditEntry } from '../persistence/audit-entry.entity.js';

export interface AuditRecord {
  /** Username of the person, or `system`. */
  readonly actor: string;
  /** What was done, `slice.verb` such as `reporting.submit`. */
  readonly action: string;
  /** What it was done to, `kind/id`. */
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly remoteAddress?: string | null;
}

const MAX_SUBJECT = 200;

/** The trail of who changed what. Rows are only ever added. */
@Injectable()
export class AuditLog {
  constructor(private readonly clock: Clock) {}

  /** Writes with the manager of the change itself, so that neither is stored without the other. */
  async record(manager: EntityManager, record: AuditRecord): Promise<void> {
    await this.recordMany(manager, [record]);
  }

  /** The same for many changes of one moment, by as few statements as possible. */
  async recordMany(manager: EntityManager, records: readonly AuditRecord[]): Promise<void> {
    const at = this.clock.now();
    await insertRows(
      manager,
      AuditEntry,
      records.map((record) => ({
        id: newId(),
        at,
        actor: record.actor,
        action: record.action,
        subject: record.subject.slice(0, MAX_SUBJECT),
        before: record.before ?? null,
        after: record.after ?? null,
        remoteAddress: record.remoteAddress ?? null,
      })),
    );
  }
}
