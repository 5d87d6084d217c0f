import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { lockOne } from '../../../platform/database/row-locks.js';
import { CHAIN_START } from '../../../platform/runtime/chained-hash.js';
import { hashOfEntry, textsOf, type ChainedRow } from '../application/entry-hash.js';
import { AuditChainHead } from './audit-chain-head.entity.js';
import { AuditEntry } from './audit-entry.entity.js';

/** Where the trail ends: the place of the last entry (0 where there is none) and its hash. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export type UnchainedEntry = Omit<AuditEntry, 'seq' | 'hash'>;

const HEAD = 1;
const CHUNK = 1_000;

/** The audit trail as a chain of rows, each of which carries a hash over itself and the one before. */
@Injectable()
export class AuditChain {
  /**
   * The end of the trail as `manager` sees it: inside a transaction without what this transaction itself has recorded,
   * which is chained when it ends. Whoever keeps it elsewhere can prove later that nothing up to there was changed.
   * Null where the row that tells it was removed.
   */
  async storedHead(manager: EntityManager): Promise<ChainHead | null> {
    const head = await manager.findOneBy(AuditChainHead, { id: HEAD });
    return head && { seq: head.seq, hash: head.hash };
  }

  /**
   * The same, for those who rely on it.
   * @throws Error where the row that tells it was removed, which `jixiao audit verify` reports
   */
  async head(manager: EntityManager): Promise<ChainHead> {
    return present(await this.storedHead(manager));
  }

  /** Adds entries in their order. Holds the head until the transaction ends, so call it last. */
  async append(manager: EntityManager, entries: readonly UnchainedEntry[]): Promise<void> {
    const head = await lockOne(manager, AuditChainHead, { id: HEAD }, 'exclusive');
    let { seq, hash } = present(head);
    const rows = entries.map((entry): AuditEntry => {
      seq += 1;
      hash = hashOfEntry(hash, { ...textsOf(entry), seq });
      return { ...entry, seq, hash };
    });
    await insertRows(manager, AuditEntry, rows);
    await manager.update(AuditChainHead, { id: HEAD }, { seq, hash });
  }

  /** All rows up to a place, as they are stored, a chunk at a time. */
  async *rowsUpTo(manager: EntityManager, lastSeq: number): AsyncGenerator<readonly ChainedRow[]> {
    let after = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const rows = await this.rows(manager, 'seq > ? and seq <= ?', [after, lastSeq], CHUNK);
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      after = last.seq;
    }
  }

  /** The hashes that are stored at these places; none for a place that has no row. At most a thousand places. */
  async hashesAt(manager: EntityManager, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (seqs.length === 0) return new Map();
    const rows = await this.rows(manager, `seq in (${placeholders(seqs.length)})`, seqs, CHUNK);
    return new Map(rows.map(({ seq, hash }) => [Number(seq), hash]));
  }

  /** Rows after a place, at most `limit`. */
  rowsAfter(manager: EntityManager, seq: number, limit: number): Promise<readonly ChainedRow[]> {
    return this.rows(manager, 'seq > ?', [seq], limit);
  }

  private rows(
    manager: EntityManager,
    condition: string,
    params: readonly number[],
    limit: number,
  ): Promise<readonly ChainedRow[]> {
    return manager.query<ChainedRow[]>(
      `select seq, id, at, actor, on_behalf_of as onBehalfOf, action, subject, before_value as \`before\`,
              after_value as \`after\`, remote_address as remoteAddress, hash
       from audit_entry where ${condition} order by seq limit ${limit}`,
      [...params],
    );
  }
}

function present<H extends ChainHead>(head: H | null): H {
  if (head === null) throw new Error('The audit trail has lost its head: see jixiao audit verify');
  return head;
}

/** The head of a trail without an entry. */
export const EMPTY_HEAD: ChainHead = { seq: 0, hash: CHAIN_START };
