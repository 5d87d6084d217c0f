import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface DueRow {
  readonly what: 'rectification' | 'supervision';
  readonly id: string;
  readonly projectId: string | null;
  readonly project: string | null;
  readonly organisationId: string;
  readonly unit: string;
  readonly path: string;
  readonly owner: string | null;
  readonly deadline: string;
  readonly openedAt: string;
}

const select = (what: DueRow['what'], states: string): string => `
  select '${what}' as what, t.id as id, t.project_id as projectId, p.name as project,
    t.organisation_id as organisationId, o.name as unit, o.path as path, t.owner as owner, t.deadline as deadline,
    t.opened_at as openedAt
  from ${what} t join organisation o on o.id = t.organisation_id left join project p on p.id = t.project_id
  where t.state in (${states}) and t.deadline is not null`;

/** What is still to be done by a deadline. */
@Injectable()
export class DueRows {
  open(manager: EntityManager): Promise<readonly DueRow[]> {
    const rectifications = select('rectification', "'drafting', 'underWay'");
    return manager.query(`${rectifications} union all ${select('supervision', "'open'")} order by deadline, id`);
  }
}
