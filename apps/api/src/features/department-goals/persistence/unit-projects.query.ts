import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { groupBy } from '../../../platform/runtime/group-by.js';

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
  /** Of many organisations, by organisation. */
  async ofMany(
    manager: EntityManager,
    year: number,
    organisationIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly UnitProject[]>> {
    const sql = `select id as id, name as name, organisation_id as organisationId from project
                 where year = ? and organisation_id in (${placeholders(organisationIds.length)}) order by name, id`;
    type Row = UnitProject & { readonly organisationId: string };
    const rows = organisationIds.length === 0 ? [] : await manager.query<Row[]>(sql, [year, ...organisationIds]);
    return groupBy(rows, ({ organisationId }) => organisationId);
  }
}
