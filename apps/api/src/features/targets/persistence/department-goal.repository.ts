import type { RecognisedDepartmentGoal } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { newId } from '../../../platform/runtime/ids.js';
import { DepartmentGoal } from './department-goal.entity.js';

@Injectable()
export class DepartmentGoalRepository {
  /** The sub-goals of these organisations in a year, each organisation's in the order of its document. */
  async ofOrganisations(
    manager: EntityManager,
    year: number,
    organisationIds: readonly string[],
  ): Promise<readonly DepartmentGoal[]> {
    if (organisationIds.length === 0) return [];
    return manager.find(DepartmentGoal, {
      where: { year, organisationId: In([...organisationIds]) },
      order: { organisationId: 'ASC', ordinal: 'ASC' },
    });
  }

  /** All of a year, likewise. */
  ofYear(manager: EntityManager, year: number): Promise<DepartmentGoal[]> {
    return manager.find(DepartmentGoal, { where: { year }, order: { organisationId: 'ASC', ordinal: 'ASC' } });
  }

  /** Those of one organisation, held until the transaction ends: what is stored beside them is stored one after the other. */
  async hold(manager: EntityManager, year: number, organisationId: string): Promise<readonly DepartmentGoal[]> {
    for (;;) {
      const seen = await this.ofOrganisations(manager, year, [organisationId]);
      const ids = seen.map(({ id }) => id);
      await lockRows(manager, 'department_goal', ids, 'exclusive');
      const held = await this.ofOrganisations(manager, year, [organisationId]);
      // An import may have put others in their place while they were waited for.
      if (held.every(({ id }) => ids.includes(id))) return held;
    }
  }

  /** Sets the sub-goals of one unit and year to exactly these, in this order. */
  async replace(
    manager: EntityManager,
    year: number,
    organisationId: string,
    goals: readonly RecognisedDepartmentGoal[],
  ): Promise<void> {
    await manager.delete(DepartmentGoal, { year, organisationId });
    const rows = goals.map(({ title, goal, indicators }, ordinal) => ({
      id: newId(),
      year,
      organisationId,
      ordinal,
      title,
      goal,
      indicators,
    }));
    if (rows.length > 0) await manager.insert(DepartmentGoal, rows);
  }
}
