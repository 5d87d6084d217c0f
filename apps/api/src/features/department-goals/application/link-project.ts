import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import { DepartmentGoalRepository } from '../../targets/index.js';
import { GoalLinkRepository } from '../persistence/goal-link.repository.js';
import { UnitProjectsQuery } from '../persistence/unit-projects.query.js';
import { keyedGoals } from './goal-keys.js';

/** Which project is to serve which goal of which unit. */
export interface LinkPlace {
  readonly year: number;
  readonly organisationId: string;
  readonly goalKey: string;
  readonly projectId: string;
}

/**
 * Says which projects serve a department goal, and takes that back. It is a statement of the unit about its targets, which no
 * machine makes. It holds for the year: a round that is locked shows its own figures of the projects that are linked today.
 */
@Injectable()
export class LinkProject {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly goals: DepartmentGoalRepository,
    private readonly projects: UnitProjectsQuery,
    private readonly links: GoalLinkRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing where it is linked already.
   * @throws DomainError `not-found` for a unit out of reach, a goal that its document does not have, and a project that is not
   *   the unit's own in that year
   */
  async link(user: CurrentUser, place: LinkPlace, remoteAddress?: string): Promise<void> {
    const { year, organisationId, goalKey, projectId } = place;
    const { path } = await this.access.require(user, organisationId, 'targets.propose');
    await this.uow.run(async (manager) => {
      const goals = keyedGoals(await this.goals.hold(manager, year, organisationId));
      const goal = goals.find(({ key }) => key === goalKey);
      const project = (await this.projects.run(manager, year, organisationId)).find(({ id }) => id === projectId);
      if (goal === undefined || project === undefined) throw new DomainError('not-found');
      if ((await this.links.find(manager, place)) !== null) return;
      const by = actorAt(user, 'targets.propose', path);
      await this.links.insert(manager, {
        id: newId(),
        ...{ year, organisationId, goalKey, projectId },
        goalTitle: goal.title,
        linkedAt: this.clock.now(),
        linkedBy: by.actor,
        linkedFor: by.onBehalfOf,
      });
      await this.audit.record(manager, {
        ...by,
        action: 'department-goals.link',
        subject: `project/${projectId}`,
        after: { goal: goal.title, year },
        remoteAddress,
      });
    });
  }

  /** The same the other way; also for a goal that the document has no longer. @throws DomainError `not-found` */
  async unlink(user: CurrentUser, place: LinkPlace, remoteAddress?: string): Promise<void> {
    const { year, organisationId } = place;
    const { path } = await this.access.require(user, organisationId, 'targets.propose');
    await this.uow.run(async (manager) => {
      await this.goals.hold(manager, year, organisationId);
      const link = await this.links.find(manager, place);
      if (link === null) return;
      await this.links.remove(manager, link.id);
      await this.audit.record(manager, {
        ...actorAt(user, 'targets.propose', path),
        action: 'department-goals.unlink',
        subject: `project/${place.projectId}`,
        before: { goal: link.goalTitle, year },
        remoteAddress,
      });
    });
  }
}
