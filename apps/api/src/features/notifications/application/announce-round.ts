import { isDeadlinePassed, roundStatus } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { PeopleDirectory } from '../../identity/index.js';
import type { MonitoringRound } from '../../reporting/index.js';
import { Notify } from './notify.js';

/** Tells every clerk once that a round takes reports, on the day from which it does. */
@Injectable()
export class AnnounceRound {
  constructor(
    private readonly people: PeopleDirectory,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Does nothing before the round's first day, nor after its last, when its deadline is the news. */
  async run(manager: EntityManager, round: MonitoringRound): Promise<void> {
    const today = this.clock.today();
    if (roundStatus(round, today) !== 'open' || isDeadlinePassed(round, today)) return;
    const recipients = await this.people.holders(manager, 'reports.submit');
    const params = { closesOn: round.closesOn };
    const notice = { kind: 'opened' as const, recipients, params, about: 'all', forAll: true };
    await this.notify.tell(manager, round, [notice], 'never');
  }
}
