import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { beforeProjectsRemoved, projectsRemoved } from '../../targets/index.js';
import { VerificationRepository } from '../persistence/verification.repository.js';
import { SummaryRequests } from './overview/summary-requests.js';
import { LightRepository } from '../persistence/light.repository.js';

/** Lights go with the project that they are of; open pages of their rounds hear of it. What was verified is kept. */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly lights: LightRepository,
    private readonly uow: UnitOfWork,
    private readonly verification: VerificationRepository,
    private readonly summaries: SummaryRequests,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.verification.verified(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-verified' });
      }
    });

    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      await this.summaries.removed(manager, await this.lights.unitsOf(manager, projectIds));
      for (const { year, month } of await this.lights.removeOf(manager, projectIds)) {
        this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
      }
    });
  }
}
