import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { insertRows } from '../../../platform/database/bulk-write.js';
import { placeholders } from '../../../platform/database/placeholders.js';
import { belowPaths } from '../../organisations/index.js';
import { FinalAccount } from './final-account.entity.js';

const CHUNK = 1000;

export interface AccountedProject {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
}

/** Final accounts with their corrections. */
@Injectable()
export class FinalAccountRepository {
  /** Those in force, by project. */
  async current(manager: EntityManager, projectIds: readonly string[]): Promise<ReadonlyMap<string, FinalAccount>> {
    const found = new Map<string, FinalAccount>();
    for (let start = 0; start < projectIds.length; start += CHUNK) {
      const projectId = In(projectIds.slice(start, start + CHUNK));
      for (const row of await manager.findBy(FinalAccount, { projectId, supersededAt: IsNull() })) {
        found.set(row.projectId, row);
      }
    }
    return found;
  }

  /** Projects of a year below these paths that have one of the codes or names. */
  async projects(
    manager: EntityManager,
    year: number,
    paths: readonly string[],
    { codes, names }: { readonly codes: readonly string[]; readonly names: readonly string[] },
  ): Promise<readonly AccountedProject[]> {
    const scope = belowPaths('o.path', paths);
    const found = new Map<string, AccountedProject>();
    for (const [column, labels] of [['code', codes] as const, ['name', names] as const]) {
      for (let start = 0; start < labels.length; start += CHUNK) {
        const some = labels.slice(start, start + CHUNK);
        const sql = `select p.id as id, p.code as code, p.name as name
                     from project p join organisation o on o.id = p.organisation_id
                     where p.year = ? and p.${column} in (${placeholders(some.length)}) and ${scope.sql}`;
        const rows = await manager.query<AccountedProject[]>(sql, [year, ...some, ...scope.params]);
        for (const row of rows) found.set(row.id, row);
      }
    }
    return [...found.values()];
  }

  /** In the place of those in force. */
  async put(manager: EntityManager, rows: readonly FinalAccount[], now: string): Promise<void> {
    for (let start = 0; start < rows.length; start += CHUNK) {
      const some = rows.slice(start, start + CHUNK);
      const projectId = In(some.map((row) => row.projectId));
      await manager.update(FinalAccount, { projectId, supersededAt: IsNull() }, { supersededAt: now });
    }
    await insertRows(manager, FinalAccount, rows);
  }
}
