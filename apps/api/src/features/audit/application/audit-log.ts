import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditChain, type UnchainedEntry } from '../persistence/audit-chain.repository.js';
import type { AuditAction } from './action-words.js';

export interface AuditRecord {
  /** Username of the person, `token:NAME` of a machine, or `system`. */
  readonly actor: string;
  /** Username of the person whose deputy the actor was. */
  readonly onBehalfOf?: string | null;
  /** What was done, `slice.verb` such as `reporting.submit`. */
  readonly action: AuditAction;
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
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly chain: AuditChain,
  ) {}

  /**
   * Records within the transaction of the change itself, so that neither is stored without the other. The rows are
   * written when the transaction ends: their chain has one end, which everybody waits for who adds to it.
   * @throws Error where `manager` is not that of the present transaction
   */
  record(manager: EntityManager, record: AuditRecord): Promise<void> {
    return this.recordMany(manager, [record]);
  }

  /** The same for many changes of one moment. */
  recordMany(manager: EntityManager, records: readonly AuditRecord[]): Promise<void> {
    if (!this.uow.inTransaction || this.uow.reader !== manager) {
      return Promise.reject(new Error('What is recorded belongs into the transaction of the change'));
    }
    const at = this.clock.now();
    this.uow.beforeCommit(
      this.append,
      records.map((record) => entryOf(record, at)),
    );
    return Promise.resolve();
  }

  private readonly append = (manager: EntityManager, entries: readonly UnchainedEntry[]): Promise<void> =>
    this.chain.append(manager, entries);
}

const entryOf = (record: AuditRecord, at: string): UnchainedEntry => ({
  id: newId(),
  at,
  actor: storable(record.actor),
  onBehalfOf: record.onBehalfOf == null ? null : storable(record.onBehalfOf),
  action: record.action,
  subject: storable(record.subject.slice(0, MAX_SUBJECT)),
  before: record.before ?? null,
  after: record.after ?? null,
  remoteAddress: record.remoteAddress ?? null,
});

/** Half characters and NUL come back from a database changed, and the hash would not fit. */
const storable = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
