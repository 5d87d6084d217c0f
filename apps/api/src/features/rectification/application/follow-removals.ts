import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { beforeProjectsRemoved } from '../../targets/index.js';
import { FollowUpNames } from '../persistence/follow-up-names.query.js';

/** A project with anything to put right, decided or under supervision stays, though its import is undone. */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly followUps: FollowUpNames,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.followUps.followed(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-follow-ups' });
      }
    });
  }
}
