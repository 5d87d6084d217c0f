import { isReportingOver } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog } from '../../audit/index.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireOpen } from './require-open.js';
import { requireWholeCounty } from './require-whole-county.js';
import { reportingEnded } from './reporting.events.js';

/**
 * Ends the reporting of a round before its last day, also for units that were given more time: from now on what is blank
 * is not reported (R28). A round that is about to be locked gets nothing more, so its blanks must not stay grey for good.
 */
@Injectable()
export class EndReporting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * Does nothing once the deadline of every unit has passed.
   * @returns the instant from which reporting is over by this call; null where it was over before
   * @throws DomainError `round-not-found`, `round-not-open`, `round-locked`
   */
  async run(user: CurrentUser, year: number, month: number, remoteAddress?: string): Promise<string | null> {
    requireWholeCounty(user, 'rounds.manage');
    return this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      requireOpen(round, this.clock.today());
      const granted = (await this.exceptions.ofRound(manager, round.id)).map(({ closesOn }) => closesOn);
      if (isReportingOver(round, granted, this.clock.today())) return null;
      const reportingEndedAt = this.clock.now();
      await this.rounds.update(manager, round.id, { reportingEndedAt, deadlineAssessed: true });
      await this.exceptions.markAssessed(manager, round.id, true);
      const actor = user.username;
      await this.events.publish(manager, reportingEnded({ roundId: round.id, actor }));
      const subject = `round/${year}-${month}`;
      const by = actorAt(user, 'rounds.manage', EVERYWHERE);
      await this.audit.record(manager, { ...by, action: 'reporting.end-reporting', subject, remoteAddress });
      return reportingEndedAt;
    });
  }
}
