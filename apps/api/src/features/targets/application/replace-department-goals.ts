import type { RecognisedDepartmentGoal } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { FiscalYearRepository } from '../persistence/fiscal-year.repository.js';
import { DepartmentGoalRepository } from '../persistence/department-goal.repository.js';

/**
 * Stores the sub-goals of a unit's overall targets as the newest document prints them, in the transaction of the caller.
 * A document without such a part leaves the stored ones as they are.
 */
@Injectable()
export class ReplaceDepartmentGoals {
  constructor(
    private readonly goals: DepartmentGoalRepository,
    private readonly years: FiscalYearRepository,
    private readonly clock: Clock,
  ) {}

  async run(
    manager: EntityManager,
    year: number,
    organisationId: string,
    goals: readonly RecognisedDepartmentGoal[],
  ): Promise<void> {
    if (goals.length === 0) return;
    await this.years.ensure(manager, year, this.clock.now());
    await this.goals.replace(manager, year, organisationId, goals);
  }
}
