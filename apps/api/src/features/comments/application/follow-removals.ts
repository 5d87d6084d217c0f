import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { beforeProjectsRemoved } from '../../targets/index.js';
import { CommentRepository } from '../persistence/comment.repository.js';

/** A project that a leader has written to stays: nobody's words are lost because an import is undone. */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly comments: CommentRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.comments.commented(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-comments' });
      }
    });
  }
}
