import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { projectsRemoved } from '../../targets/index.js';
import { GoalLinkRepository } from '../persistence/goal-link.repository.js';

/** A link goes with its project: it says nothing of its own. */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly links: GoalLinkRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(projectsRemoved, (manager, { projectIds }) => this.links.removeOf(manager, projectIds));
  }
}
