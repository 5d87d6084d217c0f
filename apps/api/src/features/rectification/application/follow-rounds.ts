import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { lightsJudged } from '../../monitoring/index.js';
import { reportsStepped, roundLocked, RoundRepository } from '../../reporting/index.js';
import { CarryRectifications } from './carry-rectifications.js';
import { MeasureEffects } from './measure-effects.js';

/** Some hundred projects at a time. */
const CHUNK = 500;

/** Measures effects once lights are there that count, and takes on what the locked December leaves. */
@Injectable()
export class FollowRounds implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly effects: MeasureEffects,
    private readonly carry: CarryRectifications,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(lightsJudged, (manager, { roundId, projects }) =>
      this.effects.ofRound(
        manager,
        roundId,
        projects.map(({ id }) => id),
      ),
    );
    this.events.subscribe(reportsStepped, async (manager, { roundId, step, projectIds }) => {
      if (step !== 'approve' && step !== 'accept') return;
      for (let start = 0; start < projectIds.length; start += CHUNK) {
        await this.effects.ofRound(manager, roundId, projectIds.slice(start, start + CHUNK));
      }
    });
    this.events.subscribe(roundLocked, async (manager, { roundId }) => {
      await this.effects.ofRound(manager, roundId, null);
      const round = await this.rounds.byId(manager, roundId);
      if (round?.month === 12) await this.carry.run(manager, round.year + 1);
    });
  }
}
