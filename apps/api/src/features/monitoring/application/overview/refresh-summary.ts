import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import { LiveEvents } from '../../../../platform/events/live-events.js';
import { Clock } from '../../../../platform/runtime/clock.js';
import { RoundRepository } from '../../../reporting/index.js';
import { LightSummaryRepository } from '../../persistence/light-summary.repository.js';
import { FillStandings } from './fill-standings.js';

/** Sums up what has changed in a round. May run at any time and any number of times with the same result. */
@Injectable()
export class RefreshSummary {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly summaries: LightSummaryRepository,
    private readonly standings: FillStandings,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  async run(roundId: string): Promise<void> {
    const round = await this.rounds.byId(this.uow.reader, roundId);
    if (round === null) return;
    await this.standings.run(roundId);
    await this.uow.run(async (manager) => {
      const refreshed = await this.summaries.refresh(manager, roundId, this.clock.now());
      // Of single units open pages have heard, and were answered by the lights themselves.
      if (refreshed !== 'all') return;
      const { year, month } = round;
      this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
    });
  }
}
