import { daysBetween } from '@jixiao/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleDirectory } from '../../identity/index.js';
import { roundLocked, roundOpened, RoundRepository } from '../../reporting/index.js';
import { AnnounceRound } from './announce-round.js';
import { Notify } from './notify.js';

/** The lock of a round that closed longer ago than this is no news: its figures were taken in afterwards. */
const NEWS_DAYS = 90;

/** Tells of rounds as they are opened and locked. */
@Injectable()
export class FollowRounds implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly people: PeopleDirectory,
    private readonly announceRound: AnnounceRound,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundOpened, async (manager, { roundId }) => {
      const round = await this.rounds.byId(manager, roundId);
      if (round !== null) await this.announceRound.run(manager, round);
    });

    this.events.subscribe(roundLocked, async (manager, { roundId }) => {
      const round = await this.rounds.byId(manager, roundId);
      if (round === null) return;
      await this.notify.settleRound(manager, roundId, [
        'opened',
        'approve',
        'accept',
        'deadline-soon',
        'deadline-near',
        'deadline-passed',
        'reminder',
      ]);
      if (daysBetween(round.closesOn, this.clock.today()) > NEWS_DAYS) return;
      const clerks = await this.people.holders(manager, 'reports.submit');
      const reviewers = await this.people.holders(manager, 'reports.approve');
      const recipients = [...clerks, ...reviewers];
      const notice = { kind: 'locked' as const, recipients, params: {}, about: 'all', forAll: true };
      await this.notify.tell(manager, round, [notice], 'asNew');
    });
  }
}
