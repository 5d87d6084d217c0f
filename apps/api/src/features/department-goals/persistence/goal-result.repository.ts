import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { DepartmentGoalResult } from './department-goal-result.entity.js';

const ORDER = { organisationId: 'ASC', goalOrdinal: 'ASC', sentenceOrdinal: 'ASC', id: 'ASC' } as const;

@Injectable()
export class GoalResultRepository {
  /** What is stored of these organisations in a round, in the order of their documents. */
  async ofOrganisations(
    manager: EntityManager,
    roundId: string,
    organisationIds: readonly string[],
  ): Promise<readonly DepartmentGoalResult[]> {
    if (organisationIds.length === 0) return [];
    return manager.find(DepartmentGoalResult, {
      where: { roundId, organisationId: In([...organisationIds]) },
      order: ORDER,
    });
  }

  find(
    manager: EntityManager,
    roundId: string,
    organisationId: string,
    sentenceKey: string,
  ): Promise<DepartmentGoalResult | null> {
    return manager.findOneBy(DepartmentGoalResult, { roundId, organisationId, sentenceKey });
  }

  /** All of a round, in the order of the documents. */
  ofRound(manager: EntityManager, roundId: string): Promise<DepartmentGoalResult[]> {
    return manager.find(DepartmentGoalResult, { where: { roundId }, order: ORDER });
  }

  /** Stores rows that are new and rows that are there already. */
  async put(manager: EntityManager, rows: readonly DepartmentGoalResult[]): Promise<void> {
    await upsertRows(manager, DepartmentGoalResult, rows, ['id']);
  }
}
