import { LIGHTS, roundStatus, type Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleNames } from '../../identity/index.js';
import { answerText } from '../../monitoring/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { RoundRepository, UnitDeadlines, type MonitoringRound } from '../../reporting/index.js';
import type { GoalSentenceView, GoalsOfUnit } from '../http/department-goals.dto.js';
import type { DepartmentGoalLink } from '../persistence/department-goal-link.entity.js';
import { GoalLinkRepository } from '../persistence/goal-link.repository.js';
import { GoalResultRepository } from '../persistence/goal-result.repository.js';
import { UnitProjectsQuery, type UnitProject } from '../persistence/unit-projects.query.js';
import type { FollowedGoal, FollowedGoals } from './followed-goals.js';
import { goalView, homelessView } from './goal-views.js';
import { LinkedProjects } from './linked-projects.js';
import { LoadGoals } from './load-goals.js';
import { takesGoalResults } from './writable-goals.js';

export interface UnitPlace {
  readonly year: number;
  readonly month: number;
  readonly organisationId: string;
}

/** The department goals of one unit in a round: results, lights with their reasons, and the projects behind them. */
@Injectable()
export class UnitGoalsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly deadlines: UnitDeadlines,
    private readonly load: LoadGoals,
    private readonly results: GoalResultRepository,
    private readonly links: GoalLinkRepository,
    private readonly unitProjects: UnitProjectsQuery,
    private readonly linkedProjects: LinkedProjects,
    private readonly names: PeopleNames,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` for a unit out of reach, `round-not-found` */
  async run(user: CurrentUser, { year, month, organisationId }: UnitPlace, locale: Locale): Promise<GoalsOfUnit> {
    const { name, path } = await this.access.require(user, organisationId, 'lights.read');
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const { closesOn, passed } = await this.deadlines.ofUnit(manager, round, organisationId);
    const followed = await this.load.run(manager, round, [organisationId]);
    const projects = await this.unitProjects.run(manager, year, organisationId);
    const links = await this.links.ofOrganisation(manager, year, organisationId);
    const linked = await this.linkedProjects.run(manager, round.id, links, projects);
    const nameOf = await this.names.of(manager, peopleIn(followed));
    const context = { locale, nameOf, previous: await this.previous(manager, round, organisationId, locale) };
    const today = this.clock.today();
    return {
      year,
      month,
      organisationId,
      organisationName: name,
      roundStatus: roundStatus(round, today),
      reportingEnded: round.reportingEndedAt !== null,
      closesOn,
      deadlinePassed: passed,
      mayWrite: holdsAt(user, 'reports.write', path) && takesGoalResults(round, today),
      mayLink: holdsAt(user, 'targets.propose', path),
      mayDecide: holdsAt(user, 'targets.approve', path) && round.status !== 'locked',
      byLight: countLights(followed.goals),
      goals: followed.goals.map((goal) => goalView(goal, linked.get(goal.key) ?? [], context)),
      homeless: followed.homeless.map((row) => homelessView(row, context)),
      lostLinks: lostLinks(links, followed.goals, projects),
      linkable: projects.map(({ id, name: projectName }) => ({ projectId: id, name: projectName })),
    };
  }

  /** The last earlier result of the year of each sentence; the newest round that has one counts. */
  private async previous(
    manager: EntityManager,
    { year, month }: MonitoringRound,
    organisationId: string,
    locale: Locale,
  ): Promise<ReadonlyMap<string, GoalSentenceView['previous']>> {
    const found = new Map<string, GoalSentenceView['previous']>();
    for (const earlier of await this.rounds.before(manager, year, month)) {
      for (const row of await this.results.ofOrganisations(manager, earlier.id, [organisationId])) {
        const { sentenceKey, inputs, light } = row;
        if (found.has(sentenceKey) || row.version === 0) continue;
        const resultText = answerText(inputs.answer, inputs.target.unit, locale);
        found.set(sentenceKey, { month: earlier.month, resultText, light });
      }
    }
    return found;
  }
}

const peopleIn = ({ goals, homeless }: FollowedGoals): readonly string[] => [
  ...goals.flatMap(({ sentences }) => sentences.flatMap(({ row }) => row?.savedBy ?? [])),
  ...goals.flatMap(({ sentences }) => sentences.flatMap(({ decision }) => decision?.decidedBy ?? [])),
  ...homeless.map(({ savedBy }) => savedBy),
];

/** Goals by the colour of their light. */
export function countLights(goals: readonly Pick<FollowedGoal, 'light'>[]): Record<Light, number> {
  const counts = LIGHTS.map((light) => [light, goals.filter((goal) => goal.light === light).length] as const);
  return Object.fromEntries(counts) as Record<Light, number>;
}

/** Links to what the document of today no longer has; what a locked round no longer shows is not asked for. */
function lostLinks(
  links: readonly DepartmentGoalLink[],
  goals: readonly FollowedGoal[],
  projects: readonly UnitProject[],
): GoalsOfUnit['lostLinks'] {
  const present = new Set(goals.map(({ key }) => key));
  const nameOf = new Map(projects.map(({ id, name }) => [id, name]));
  return links
    .filter(({ goalKey }) => !present.has(goalKey))
    .map(({ goalKey, goalTitle, projectId }) => ({
      goalKey,
      goalTitle,
      projectId,
      projectName: nameOf.get(projectId) ?? '',
    }));
}
