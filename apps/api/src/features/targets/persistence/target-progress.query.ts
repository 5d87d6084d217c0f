import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { LAST_APPROVAL } from './last-approval.query.js';

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

interface UnitOfTargets {
  readonly organisationId: string;
  readonly name: string;
  readonly path: string;
}

/** Proposed changes of a unit's targets that wait, by their state. */
export interface ChangeProgress extends UnitOfTargets {
  readonly proposed: number;
  readonly reviewed: number;
}

/** A unit's projects (人员类 are exempt) by what was decided of their targets in force. */
export interface ApprovalProgress extends UnitOfTargets {
  readonly draft: number;
  readonly reviewed: number;
  readonly approved: number;
}

const inState = (expression: string, state: string, name: string): string =>
  `coalesce(sum(case when ${expression} = '${state}' then 1 else 0 end), 0) as ${name}`;

const UNIT = 'o.id as organisationId, o.name as name, o.path as path';

const CHANGES = `
  select ${UNIT}, ${inState('c.state', 'proposed', 'proposed')}, ${inState('c.state', 'reviewed', 'reviewed')}
  from organisation o
  left join project p on p.organisation_id = o.id and p.year = ?
  left join target_change c on c.project_id = p.id and c.state in ('proposed', 'reviewed')`;

const STATE = `case when v.id is null then null else coalesce(a.state, 'draft') end`;
const APPROVALS = `
  select ${UNIT}, ${inState(STATE, 'draft', 'draft')}, ${inState(STATE, 'reviewed', 'reviewed')},
         ${inState(STATE, 'approved', 'approved')}
  from organisation o
  left join project p on p.organisation_id = o.id and p.year = ? and p.personnel = ?
  left join target_version v on v.project_id = p.id and v.version = p.current_version
  ${LAST_APPROVAL}`;

/** Counts what waits of some units' targets in a year: a grouped statement per thousand units, none of which is left out. */
@Injectable()
export class TargetProgressQuery {
  async changes(manager: EntityManager, year: number, units: readonly string[]): Promise<readonly ChangeProgress[]> {
    const rows = await this.read<ChangeProgress>(manager, CHANGES, [year], units);
    // Sums come as text from MySQL.
    return rows.map((row) => ({ ...row, proposed: Number(row.proposed), reviewed: Number(row.reviewed) }));
  }

  async approvals(
    manager: EntityManager,
    year: number,
    units: readonly string[],
  ): Promise<readonly ApprovalProgress[]> {
    const rows = await this.read<ApprovalProgress>(manager, APPROVALS, [year, 0], units);
    return rows.map((row) => ({
      ...row,
      draft: Number(row.draft),
      reviewed: Number(row.reviewed),
      approved: Number(row.approved),
    }));
  }

  private async read<R>(
    manager: EntityManager,
    select: string,
    params: readonly number[],
    units: readonly string[],
  ): Promise<readonly R[]> {
    const rows: R[] = [];
    for (let start = 0; start < units.length; start += CHUNK) {
      const some = units.slice(start, start + CHUNK);
      const sql = `${select} where o.id in (${placeholders(some.length)}) group by o.id, o.name, o.path`;
      rows.push(...(await manager.query<R[]>(sql, [...params, ...some])));
    }
    return rows;
  }
}
