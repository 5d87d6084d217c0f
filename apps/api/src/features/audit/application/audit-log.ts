import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryDeepPartialEntity } from 'typeorm';
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
    const entry = Object.assign(new AuditEntry(), {
      id: newId(),
      at: this.clock.now(),
      actor: record.actor,
      action: record.action,
      subject: record.subject.slice(0, MAX_SUBJECT),
      before: record.before ?? null,
      after: record.after ?? null,
      remoteAddress: record.remoteAddress ?? null,
    });
    await manager.insert(AuditEntry, entry as QueryDeepPartialEntity<AuditEntry>);
  }
}
