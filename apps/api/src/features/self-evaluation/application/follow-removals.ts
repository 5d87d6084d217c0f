import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { beforeProjectsRemoved, projectsRemoved } from '../../targets/index.js';
import { EvaluationNames } from '../persistence/evaluation-names.query.js';

/**
 * A project whose self-evaluation anybody has worked on, or that has a final account, stays, though its import is undone; a draft
 * that nobody has changed goes with its project.
 */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly evaluations: EvaluationNames,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.evaluations.kept(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-evaluation' });
      }
    });

    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      await this.evaluations.removeOf(manager, projectIds);
    });
  }
}
