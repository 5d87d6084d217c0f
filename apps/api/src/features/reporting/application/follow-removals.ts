import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { beforeProjectsRemoved, beforeTargetsUndone, projectsRemoved } from '../../targets/index.js';
import { RemovalRepository } from '../persistence/removal.repository.js';

/**
 * Keeps what was reported from being lost where an import is undone: a round that was locked since, figures of a project
 * that would go, and answers to indicators that would vanish stand in the way; empty drafts go with their project.
 */
@Injectable()
export class FollowRemovals implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly reports: RemovalRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(beforeTargetsUndone, async (manager, { year, savedAt, projects, obstacles }) => {
      const lockedSince = await this.reports.holdRounds(manager, year, savedAt);
      const answered = await this.reports.answered(
        manager,
        projects.flatMap(({ vanishing }) => vanishing),
      );
      for (const { projectId, startMonth, vanishing } of projects) {
        const month = lockedSince.find((locked) => locked >= startMonth);
        if (month !== undefined) obstacles.push({ projectId, code: 'undo-round-locked', params: { month } });
        if (vanishing.some((lineage) => answered.has(lineage))) obstacles.push({ projectId, code: 'undo-has-reports' });
      }
    });

    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.reports.reported(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-reports' });
      }
    });

    this.events.subscribe(projectsRemoved, async (manager, { projectIds }) => {
      await this.reports.removeOf(manager, projectIds);
    });
  }
}
