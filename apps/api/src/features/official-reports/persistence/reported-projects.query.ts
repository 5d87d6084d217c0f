import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { belowPaths } from '../../organisations/index.js';

/** How many projects a report tells of, which decides how long drafting it takes. */
@Injectable()
export class ReportedProjects {
  async count(manager: EntityManager, year: number, path: string): Promise<number> {
    const within = belowPaths('o.path', [path]);
    const sql = `select count(*) as projects from project p join organisation o on o.id = p.organisation_id
                 where p.year = ? and ${within.sql}`;
    const [row] = await manager.query<{ projects: number | string }[]>(sql, [year, ...within.params]);
    return Number(row?.projects ?? 0);
  }
}
