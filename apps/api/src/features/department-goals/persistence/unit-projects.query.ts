import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A project by which a department goal is served, or may be. */
export interface UnitProject {
  readonly id: string;
  readonly name: string;
}

/** The projects of one organisation and year, by name. */
@Injectable()
export class UnitProjectsQuery {
  async run(manager: EntityManager, year: number, organisationId: string): Promise<readonly UnitProject[]> {
    const sql = 'select id as id, name as name from project where year = ? and organisation_id = ? order by name, id';
    const rows = await manager.query<UnitProject[]>(sql, [year, organisationId]);
    return rows.map(({ id, name }) => ({ id, name }));
  }
}
