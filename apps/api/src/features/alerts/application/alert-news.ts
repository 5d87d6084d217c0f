import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { RoundRepository } from '../../reporting/index.js';

/** Tells open pages that alerts of some rounds changed. */
@Injectable()
export class AlertNews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly liveEvents: LiveEvents,
  ) {}

  /** After the commit; pages ask again for what they show. */
  async tell(manager: EntityManager, roundIds: readonly string[]): Promise<void> {
    for (const id of new Set(roundIds)) {
      const round = await this.rounds.byId(manager, id);
      if (round === null) continue;
      const { year, month } = round;
      this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
    }
  }
}
