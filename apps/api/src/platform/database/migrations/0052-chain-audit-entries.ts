import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CHAIN_START, chainedHash } from '../../runtime/chained-hash.js';

interface Unchained {
  readonly id: string;
  readonly [column: string]: string | null;
}
interface Link {
  readonly seq: number;
  readonly hash: string;
}

const CHUNK = 500;
/** What the hash is made of after `seq`, in this order. */
const HASHED = [
  'id',
  'at',
  'actor',
  'on_behalf_of',
  'action',
  'subject',
  'before_value',
  'after_value',
  'remote_address',
] as const;

/**
 * Gives the entries of before there was a chain their places and hashes, in the order of their time. Each chunk is one
 * statement, and after a crash the next one goes on where the chain ends.
 */
export class ChainAuditEntries1767225600052 implements MigrationInterface {
  readonly name = 'ChainAuditEntries1767225600052';

  async up(runner: QueryRunner): Promise<void> {
    let end = await endOf(runner);
    for (;;) {
      const rows = (await runner.query(
        `select ${HASHED.join(', ')} from audit_entry where seq is null order by at, id limit ${CHUNK}`,
      )) as Unchained[];
      if (rows.length === 0) break;
      end = await chain(runner, rows, end);
    }
    // Twice where it was there already: a step that crashed after its last statement is run again.
    await runner.query('delete from audit_chain');
    await runner.query('insert into audit_chain (id, seq, hash) values (1, ?, ?)', [end.seq, end.hash]);
  }

  /** Nothing to undo: the columns stay. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

async function endOf(runner: QueryRunner): Promise<Link> {
  const [last] = (await runner.query(
    'select seq, hash from audit_entry where seq is not null order by seq desc limit 1',
  )) as Link[];
  return last ?? { seq: 0, hash: CHAIN_START };
}

/** @returns the new end of the chain */
async function chain(runner: QueryRunner, rows: readonly Unchained[], end: Link): Promise<Link> {
  let { seq, hash } = end;
  const links = rows.map((row) => {
    seq += 1;
    hash = chainedHash(hash, [seq, ...HASHED.map((column) => row[column] ?? null)]);
    return { id: row.id, seq, hash };
  });
  const cases = links.map(() => 'when ? then ?').join(' ');
  await runner.query(
    `update audit_entry set seq = case id ${cases} end, hash = case id ${cases} end
     where id in (${links.map(() => '?').join(', ')})`,
    [
      ...links.flatMap((link) => [link.id, link.seq]),
      ...links.flatMap((link) => [link.id, link.hash]),
      ...links.map(({ id }) => id),
    ],
  );
  return { seq, hash };
}
