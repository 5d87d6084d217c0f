import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { DepartmentGoalLink } from './department-goal-link.entity.js';

type Place = Pick<DepartmentGoalLink, 'year' | 'organisationId' | 'goalKey' | 'projectId'>;

@Injectable()
export class GoalLinkRepository {
  /** All of an organisation and year, oldest first. */
  ofOrganisation(manager: EntityManager, year: number, organisationId: string): Promise<DepartmentGoalLink[]> {
    return manager.find(DepartmentGoalLink, {
      where: { year, organisationId },
      order: { linkedAt: 'ASC', id: 'ASC' },
    });
  }

  /** Of many organisations, likewise. */
  ofOrganisations(
    manager: EntityManager,
    year: number,
    organisationIds: readonly string[],
  ): Promise<DepartmentGoalLink[]> {
    return manager.find(DepartmentGoalLink, {
      where: { year, organisationId: In([...organisationIds]) },
      order: { linkedAt: 'ASC', id: 'ASC' },
    });
  }

  find(
    manager: EntityManager,
    { year, organisationId, goalKey, projectId }: Place,
  ): Promise<DepartmentGoalLink | null> {
    return manager.findOneBy(DepartmentGoalLink, { year, organisationId, goalKey, projectId });
  }

  async insert(manager: EntityManager, link: DepartmentGoalLink): Promise<void> {
    await manager.insert(DepartmentGoalLink, link);
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.delete(DepartmentGoalLink, { id });
  }

  /** Links to projects that are going. */
  async removeOf(manager: EntityManager, projectIds: readonly string[]): Promise<void> {
    await manager.delete(DepartmentGoalLink, { projectId: In([...projectIds]) });
  }
}
