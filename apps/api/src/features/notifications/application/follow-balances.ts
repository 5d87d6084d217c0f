import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { PeopleDirectory } from '../../identity/index.js';
import { CarryOverQuery } from '../../monitoring/index.js';
import { roundLocked, RoundRepository } from '../../reporting/index.js';
import { Notify } from './notify.js';

const DECEMBER = 12;

/**
 * Tells finance of the whole county where December was locked with other figures than those by which balances were carried
 * into the new year (上年结转, R6): also whoever locked it, for it is what follows from the lock and not the lock itself.
 */
@Injectable()
export class FollowBalances implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly rounds: RoundRepository,
    private readonly balances: CarryOverQuery,
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(roundLocked, async (manager, { roundId }) => {
      const round = await this.rounds.byId(manager, roundId);
      if (round?.month !== DECEMBER) return;
      const rows = await this.balances.run(manager, round.year + 1);
      const projects = rows.filter(({ bookedFen, differenceFen }) => bookedFen !== 0 && differenceFen !== 0).length;
      if (projects === 0) return;
      const recipients = await this.people.holdersEverywhere(manager, 'targets.manage');
      const params = { projects, next: round.year + 1 };
      const notice = { kind: 'balance-differs' as const, recipients, params, about: 'all' };
      await this.notify.tell(manager, { year: round.year }, [notice], 'asNew');
    });
  }
}
