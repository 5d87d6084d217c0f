import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { DepartmentGoalDirection } from './department-goal-direction.entity.js';

@Injectable()
export class GoalDirectionRepository {
  /** What is decided on the sentences of these organisations in a year. */
  async ofOrganisations(
    manager: EntityManager,
    year: number,
    organisationIds: readonly string[],
  ): Promise<readonly DepartmentGoalDirection[]> {
    if (organisationIds.length === 0) return [];
    return manager.findBy(DepartmentGoalDirection, { year, organisationId: In([...organisationIds]) });
  }

  /** All of a year. */
  ofYear(manager: EntityManager, year: number): Promise<DepartmentGoalDirection[]> {
    return manager.findBy(DepartmentGoalDirection, { year });
  }

  find(
    manager: EntityManager,
    year: number,
    organisationId: string,
    sentenceKey: string,
  ): Promise<DepartmentGoalDirection | null> {
    return manager.findOneBy(DepartmentGoalDirection, { year, organisationId, sentenceKey });
  }

  /** Stores a decision, in the place of the one before. */
  async put(manager: EntityManager, decision: DepartmentGoalDirection): Promise<void> {
    await upsertRows(manager, DepartmentGoalDirection, [decision], ['id']);
  }
}
