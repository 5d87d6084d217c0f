import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { RoundRepository } from '../../reporting/index.js';
import { treasuryFiguresChanged } from '../../treasury/index.js';
import { RecomputeRequests } from './recompute-requests.js';

/** From this many projects on, the whole round is judged anew by one job that divides itself. */
const WHOLE_ROUND_FROM = 1000;

/** Judges projects anew where the treasury's figures of an open round's month have changed; locked rounds stay (R49). */
@Injectable()
export class FollowTreasury implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly requests: RecomputeRequests,
    private readonly rounds: RoundRepository,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(treasuryFiguresChanged, async (manager, { year, months, actor, jobIds }) => {
      for (const { month, projectIds } of months) {
        const found = await this.rounds.find(manager, year, month);
        if (found === null) continue;
        const round = await this.rounds.holdById(manager, found.id, 'shared');
        if (round.status !== 'open') continue;
        const asked =
          projectIds.length < WHOLE_ROUND_FROM
            ? await this.requests.projects(manager, round.id, projectIds, actor)
            : [await this.requests.round(manager, round.id, actor)];
        jobIds.push(...asked);
      }
    });
  }
}
