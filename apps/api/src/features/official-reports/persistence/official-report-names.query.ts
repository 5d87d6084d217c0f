import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

/** What official reports are called in the audit trail: by their titles. */
@Injectable()
export class OfficialReportNames {
  async of(manager: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = `select id as id, title as title from official_report where id in (${placeholders(ids.length)})`;
    const rows = await manager.query<{ id: string; title: string }[]>(sql, [...ids]);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}
