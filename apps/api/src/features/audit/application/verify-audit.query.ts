import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AuditChain, EMPTY_HEAD, type ChainHead } from '../persistence/audit-chain.repository.js';
import { hashOfEntry, type ChainedRow } from './entry-hash.js';

/** An entry, as far as it is needed to find it. */
export type NamedEntry = Pick<ChainedRow, 'seq' | 'at' | 'actor' | 'action' | 'subject'>;

/**
 * What can be wrong with the trail. `altered`: the entry does not follow from the one before it, for it was changed, or the
 * one before was replaced together with its hash. `removed`: the entries from … to are gone. `inserted`: the entry is
 * outside of what the program wrote. `head-wrong`: the last entry is not the one that was written last. `head-missing`:
 * nobody can tell how long the trail was. `not-as-expected`: the trail was another one when its end was noted.
 */
export const AUDIT_FAULTS = [
  'altered',
  'removed',
  'inserted',
  'head-wrong',
  'head-missing',
  'not-as-expected',
] as const;

export interface AuditFault {
  readonly kind: (typeof AUDIT_FAULTS)[number];
  /** Places in the trail, of which the first and the last; 0 where the head is missing. */
  readonly from: number;
  readonly to: number;
  /** Null where there is no such entry. */
  readonly entry: NamedEntry | null;
}

export interface AuditVerdict {
  /** Entries that were read. */
  readonly entries: number;
  /** The end of the trail, to be written down. */
  readonly head: ChainHead;
  readonly faultCount: number;
  /** The first thousand of them. */
  readonly faults: readonly AuditFault[];
}

const MOST_FAULTS = 1_000;

/** Walks the whole chain of the audit trail and names every entry that does not fit. */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly chain: AuditChain,
  ) {}

  /** @param expected an end of the trail that was noted before: nothing up to there may have changed since */
  async run(expected: ChainHead | null = null): Promise<AuditVerdict> {
    const { reader } = this.uow;
    const stored = await this.chain.storedHead(reader);
    const walk = new ChainWalk(expected);
    const end = stored?.seq ?? Number.MAX_SAFE_INTEGER;
    for await (const rows of this.chain.rowsUpTo(reader, end)) {
      for (const row of rows) walk.take(row);
      await giveWay();
    }
    walk.finish(stored);
    if (stored !== null) await this.lookBeyond(reader, stored.seq, walk);
    return walk.verdict();
  }

  /** What was recorded meanwhile has moved the head; what lies beyond the head even then nobody recorded. */
  private async lookBeyond(reader: EntityManager, seq: number, walk: ChainWalk): Promise<void> {
    const later = await this.chain.rowsAfter(reader, seq, MOST_FAULTS);
    if (later.length === 0) return;
    const now = await this.chain.storedHead(reader);
    for (const row of later) if (row.seq > (now?.seq ?? seq)) walk.refuse(row);
  }
}

/** Reading is not to hold up whoever works meanwhile. */
const giveWay = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

class ChainWalk {
  private readonly faults: AuditFault[] = [];
  private faultCount = 0;
  private entries = 0;
  private last: ChainHead = EMPTY_HEAD;
  private lastRow: ChainedRow | null = null;
  private metExpected = false;

  constructor(private readonly expected: ChainHead | null) {}

  take(row: ChainedRow): void {
    this.entries += 1;
    if (row.seq <= this.last.seq) this.fault(faultOf('inserted', row));
    else this.compare(row);
  }

  refuse(row: ChainedRow): void {
    this.entries += 1;
    this.fault(faultOf('inserted', row));
  }

  finish(stored: ChainHead | null): void {
    if (stored === null) this.fault(gap('head-missing', 0, 0));
    else if (stored.seq > this.last.seq) this.fault(gap('removed', this.last.seq + 1, stored.seq));
    else if (stored.hash !== this.last.hash && this.lastRow !== null) {
      this.fault(faultOf('head-wrong', this.lastRow));
    }
    if (this.expected !== null && this.expected.seq > 0 && !this.metExpected) {
      this.fault(gap('not-as-expected', this.expected.seq, this.expected.seq));
    }
  }

  verdict(): AuditVerdict {
    const { entries, last, faultCount, faults } = this;
    return { entries, head: last, faultCount, faults };
  }

  /** After a gap the hash of the row before is unknown, so the first row behind it is taken as it is. */
  private compare(row: ChainedRow): void {
    const next = this.last.seq + 1;
    if (row.seq > next) this.fault(gap('removed', next, row.seq - 1));
    else if (hashOfEntry(this.last.hash, row) !== row.hash) this.fault(faultOf('altered', row));
    if (row.seq === this.expected?.seq && row.hash === this.expected.hash) this.metExpected = true;
    this.last = { seq: row.seq, hash: row.hash };
    this.lastRow = row;
  }

  private fault(fault: AuditFault): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(fault);
  }
}

const gap = (kind: AuditFault['kind'], from: number, to: number): AuditFault => ({ kind, from, to, entry: null });

const faultOf = (kind: AuditFault['kind'], { seq, at, actor, action, subject }: ChainedRow): AuditFault => ({
  kind,
  from: seq,
  to: seq,
  entry: { seq, at, actor, action, subject },
});
