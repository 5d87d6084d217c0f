import type { RecognisedDepartmentGoal } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/runtime/ids.js';
import { DepartmentGoal } from './department-goal.entity.js';

@Injectable()
export class DepartmentGoalRepository {
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
