import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { startOfChinaDay } from '../../../platform/runtime/clock.js';
import type { ChainedRow } from '../application/entry-hash.js';

/** What is looked for; all of it must fit. Days are those of China. */
export interface AuditCriteria {
  /** Username of who did it, or for whom it was done. */
  readonly actor?: string;
  /** An action, or only its slice: `reporting` for all that begin with `reporting.`. */
  readonly action?: string;
  /** A subject, or its beginning up to a `/`. */
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  /** Part of the recorded values, in any case. */
  readonly text?: string;
  /** Network address, or its beginning. */
  readonly address?: string;
}

interface Condition {
  readonly sql: string;
  readonly params: readonly string[];
}

const COLUMNS = `seq, id, at, actor, on_behalf_of as onBehalfOf, action, subject, before_value as \`before\`,
  after_value as \`after\`, remote_address as remoteAddress, hash`;
const DAY_MS = 24 * 60 * 60 * 1000;
const CHUNK = 500;

/** Finds entries of the trail, the newest first. */
@Injectable()
export class AuditSearch {
  async page(
    manager: EntityManager,
    criteria: AuditCriteria,
    { page, size }: { readonly page: number; readonly size: number },
  ): Promise<readonly ChainedRow[]> {
    const { sql, params } = conditionOf(criteria);
    return manager.query<ChainedRow[]>(
      `select ${COLUMNS} from audit_entry where ${sql} order by seq desc limit ${size} offset ${(page - 1) * size}`,
      [...params],
    );
  }

  async count(manager: EntityManager, criteria: AuditCriteria): Promise<number> {
    const { sql, params } = conditionOf(criteria);
    const rows = await manager.query<{ entries: number }[]>(
      `select count(*) as entries from audit_entry where ${sql}`,
      [...params],
    );
    return Number(rows[0]?.entries ?? 0);
  }

  /** All that fit up to a place, some hundreds at a time, the newest first. */
  async *chunks(
    manager: EntityManager,
    criteria: AuditCriteria,
    lastSeq: number,
  ): AsyncGenerator<readonly ChainedRow[]> {
    const { sql, params } = conditionOf(criteria);
    let before = lastSeq + 1;
    for (;;) {
      const rows = await manager.query<ChainedRow[]>(
        `select ${COLUMNS} from audit_entry where ${sql} and seq < ? order by seq desc limit ${CHUNK}`,
        [...params, before],
      );
      const last = rows.at(-1);
      if (last === undefined) return;
      yield rows;
      before = last.seq;
    }
  }

  /** Usernames that did something, without those that somebody only tried to sign in with. */
  async actors(manager: EntityManager, most: number): Promise<readonly string[]> {
    const sql = `select distinct actor from audit_entry where action <> 'identity.sign-in-failed'
                 order by actor limit ${most}`;
    const rows = await manager.query<{ actor: string }[]>(sql);
    return rows.map(({ actor }) => actor);
  }
}

function conditionOf({ actor, action, subject, from, to, text, address }: AuditCriteria): Condition {
  const conditions: Condition[] = [{ sql: '1 = 1', params: [] }];
  if (actor !== undefined) conditions.push({ sql: '(actor = ? or on_behalf_of = ?)', params: [actor, actor] });
  if (action !== undefined) conditions.push(actionCondition(action));
  if (subject !== undefined) {
    const params = [subject, `${literal(subject)}/%`];
    conditions.push({ sql: `(subject = ? or subject like ? escape '!')`, params });
  }
  if (from !== undefined) conditions.push({ sql: 'at >= ?', params: [startOfChinaDay(from)] });
  if (to !== undefined) conditions.push({ sql: 'at < ?', params: [startOfChinaDay(dayAfter(to))] });
  if (text !== undefined) conditions.push(textCondition(text));
  if (address !== undefined) {
    conditions.push({ sql: `remote_address like ? escape '!'`, params: [`${literal(address)}%`] });
  }
  return {
    sql: conditions.map(({ sql }) => sql).join(' and '),
    params: conditions.flatMap(({ params }) => params),
  };
}

const actionCondition = (action: string): Condition =>
  action.includes('.')
    ? { sql: 'action = ?', params: [action] }
    : { sql: `action like ? escape '!'`, params: [`${literal(action)}.%`] };

/** Values are stored as JSON, in which a quotation mark or the end of a line is written differently. */
function textCondition(text: string): Condition {
  const like = `%${literal(JSON.stringify(text).slice(1, -1).toLowerCase())}%`;
  return {
    sql: `(lower(before_value) like ? escape '!' or lower(after_value) like ? escape '!')`,
    params: [like, like],
  };
}

const literal = (text: string): string => text.replaceAll(/[!%_]/g, '!$&');

const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
