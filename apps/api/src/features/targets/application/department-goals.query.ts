import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { z } from 'zod';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { OrganisationAccess, OrganisationRepository } from '../../organisations/index.js';
import type { DepartmentGoalList, DepartmentGoalQuery } from '../http/targets.dto.js';
import { DepartmentGoal } from '../persistence/department-goal.entity.js';

/** The sub-goals of departments (分项绩效目标) of a year, within what the caller may see. */
@Injectable()
export class DepartmentGoalsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** @throws DomainError `not-found` for an organisation out of reach */
  async run(
    user: CurrentUser,
    query: z.output<typeof DepartmentGoalQuery>,
  ): Promise<z.output<typeof DepartmentGoalList>> {
    const scope = await this.access.scope(user, 'lights.read', query.organisationId);
    const organisationIds = (await this.organisations.within(scope)).map(({ id }) => id);
    if (organisationIds.length === 0) return { items: [] };
    const goals = await this.uow.reader.find(DepartmentGoal, {
      where: { year: query.year, organisationId: In(organisationIds) },
      order: { organisationId: 'ASC', ordinal: 'ASC' },
    });
    return {
      items: goals.map(({ organisationId, title, goal, indicators }) => ({
        organisationId,
        title,
        goal,
        indicators: indicators.map((indicator) => ({ ...indicator })),
      })),
    };
  }
}
