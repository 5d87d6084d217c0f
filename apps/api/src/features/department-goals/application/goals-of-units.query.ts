import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { MonitoringRound } from '../../reporting/index.js';
import type { DepartmentGoalView } from '../http/department-goals.dto.js';
import { GoalLinkRepository } from '../persistence/goal-link.repository.js';
import { UnitProjectsQuery } from '../persistence/unit-projects.query.js';
import { goalView } from './goal-views.js';
import { LinkedProjects } from './linked-projects.js';
import { LoadGoals } from './load-goals.js';

type Indicator = DepartmentGoalView['indicators'][number];

/** A goal with what became of it, without who wrote what and what was said earlier. */
export interface GoalOfUnit extends Pick<
  DepartmentGoalView,
  'key' | 'title' | 'goal' | 'light' | 'sides' | 'projects'
> {
  readonly organisationId: string;
  readonly indicators: readonly Omit<Indicator, 'direction' | 'previous' | 'savedBy' | 'savedByName' | 'savedAt'>[];
}

/** The department goals of many units in a round with the projects behind them, read for all units at once. */
@Injectable()
export class GoalsOfUnitsQuery {
  constructor(
    private readonly load: LoadGoals,
    private readonly links: GoalLinkRepository,
    private readonly unitProjects: UnitProjectsQuery,
    private readonly linkedProjects: LinkedProjects,
  ) {}

  /** @param organisationIds units that the reader may see; their goals come in this order */
  async run(
    manager: EntityManager,
    round: MonitoringRound,
    organisationIds: readonly string[],
    locale: Locale,
  ): Promise<readonly GoalOfUnit[]> {
    if (organisationIds.length === 0) return [];
    const { goals } = await this.load.run(manager, round, organisationIds);
    const ofUnit = groupBy(goals, ({ organisationId }) => organisationId);
    const links = await this.links.ofOrganisations(manager, round.year, organisationIds);
    const linksOf = groupBy(links, ({ organisationId }) => organisationId);
    const projectsOf = await this.unitProjects.ofMany(manager, round.year, organisationIds);
    const units = organisationIds.map((id) => ({ links: linksOf.get(id) ?? [], projects: projectsOf.get(id) ?? [] }));
    const linked = await this.linkedProjects.ofUnits(manager, round.id, units);
    const context = { locale, nameOf: (username: string | null) => username ?? '', previous: new Map() };
    return organisationIds.flatMap((organisationId, index) =>
      (ofUnit.get(organisationId) ?? []).map((goal) => ({
        organisationId,
        ...goalView(goal, linked[index]?.get(goal.key) ?? [], context),
      })),
    );
  }
}
