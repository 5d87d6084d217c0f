import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import type { SealedProject } from '../application/snapshot.js';

const IDENTITIES = `
  select p.id as id, p.code as code, p.name as name, o.code as organisationCode, o.name as organisationName
  from project p join organisation o on o.id = p.organisation_id`;

/** Who some hundred projects are, as it is sealed with their lights. */
@Injectable()
export class SealedProjectsQuery {
  async run(
    manager: EntityManager,
    projectIds: readonly string[],
  ): Promise<ReadonlyMap<string, SealedProject['project']>> {
    const sql = `${IDENTITIES} where p.id in (${placeholders(projectIds.length)})`;
    const rows = await manager.query<SealedProject['project'][]>(sql, [...projectIds]);
    return new Map(rows.map((row) => [row.id, { ...row }]));
  }
}
