import type { EvaluationState } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { departmentAbove, EvaluationPlacesQuery } from './evaluation-places.query.js';

/** How far a unit is with the self-evaluations of a year, by their states. */
export interface EvaluationProgress {
  readonly organisationId: string;
  readonly name: string;
  /** `/id/id/` from the root. */
  readonly path: string;
  /** Whether a department stands between the unit and finance. */
  readonly hasDepartment: boolean;
  /** Not handed in yet, or returned. */
  readonly open: number;
  readonly submitted: number;
  readonly unitApproved: number;
  readonly departmentApproved: number;
  readonly accepted: number;
}

/** Ids per statement: below the parameter limits of both databases. */
const CHUNK = 1000;

const inState = (...states: readonly EvaluationState[]): string =>
  `sum(case when t.state in (${states.map((state) => `'${state}'`).join(', ')}) then 1 else 0 end)`;

const PROGRESS = `
  select o.id as organisationId, o.name as name, o.path as path, ${inState('draft', 'returned')} as open,
         ${inState('submitted')} as submitted, ${inState('unitApproved')} as unitApproved,
         ${inState('departmentApproved')} as departmentApproved, ${inState('accepted')} as accepted
  from self_evaluation t join organisation o on o.id = t.organisation_id
  where t.year = ?`;

/** Counts the self-evaluations of a year by unit and state. */
@Injectable()
export class EvaluationProgressQuery {
  constructor(private readonly places: EvaluationPlacesQuery) {}

  /** Of all units that have any. */
  ofYear(manager: EntityManager, year: number): Promise<readonly EvaluationProgress[]> {
    return this.read(manager, year, null);
  }

  /** Of certain units. */
  async of(
    manager: EntityManager,
    year: number,
    organisationIds: readonly string[],
  ): Promise<readonly EvaluationProgress[]> {
    const ids = [...new Set(organisationIds)];
    const found: EvaluationProgress[] = [];
    for (let start = 0; start < ids.length; start += CHUNK) {
      found.push(...(await this.read(manager, year, ids.slice(start, start + CHUNK))));
    }
    return found;
  }

  private async read(
    manager: EntityManager,
    year: number,
    ids: readonly string[] | null,
  ): Promise<readonly EvaluationProgress[]> {
    const among = ids === null ? '' : ` and o.id in (${placeholders(ids.length)})`;
    const sql = `${PROGRESS}${among} group by o.id, o.name, o.path order by o.id`;
    const rows = await manager.query<Omit<EvaluationProgress, 'hasDepartment'>[]>(sql, [year, ...(ids ?? [])]);
    const departments = await this.places.departments(manager);
    // Sums come as text from MySQL.
    return rows.map((row) => ({
      ...row,
      hasDepartment: departmentAbove(row.path, departments) !== null,
      open: Number(row.open),
      submitted: Number(row.submitted),
      unitApproved: Number(row.unitApproved),
      departmentApproved: Number(row.departmentApproved),
      accepted: Number(row.accepted),
    }));
  }
}
