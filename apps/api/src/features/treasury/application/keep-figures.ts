import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { beforeProjectsRemoved } from '../../targets/index.js';
import { TreasuryRepository } from '../persistence/treasury.repository.js';

/** Projects of which the treasury has figures are not removed, whatever brought them in is undone. */
@Injectable()
export class KeepFigures implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly repository: TreasuryRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(beforeProjectsRemoved, async (manager, { projectIds, obstacles }) => {
      for (const projectId of await this.repository.withFigures(manager, projectIds)) {
        obstacles.push({ projectId, code: 'undo-has-treasury' });
      }
    });
  }
}
