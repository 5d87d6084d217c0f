import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { projectsRemoved } from '../../targets/index.js';
import { LightRepository } from '../persistence/light.repository.js';

/** Lights go with the project that they are of; open pages of their rounds hear of it. */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly lights: LightRepository,
    private readonly uow: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      for (const { year, month } of await this.lights.removeOf(manager, projectIds)) {
        this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
      }
    });
  }
}
