import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { RoundView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireWholeCounty } from './require-whole-county.js';
import { deadlineChanged } from './reporting.events.js';
import { roundView } from './round-view.js';

/** The lock that reporting was ended for, and that came to nothing. */
export interface FailedLock {
  /** When it ended reporting: where somebody has ended it since, that stands. */
  readonly endedAt: string;
  /** Code of the error that it failed with. */
  readonly failedWith: string;
}

/**
 * Takes back that reporting was ended before its last day: the days of before count again, also those of units that were
 * given more time, and what was judged as not reported waits again (R28).
 */
@Injectable()
export class ResumeReporting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly liveEvents: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lock left out where a person asks for it
   * @throws DomainError `forbidden`, `round-not-found`, `round-locked`, `reporting-not-ended`
   */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    remoteAddress?: string,
    lock?: FailedLock,
  ): Promise<RoundView> {
    requireWholeCounty(user, 'rounds.manage');
    const resumed = await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      if (round.status === 'locked') throw new DomainError('round-locked', { year, month });
      const { reportingEndedAt } = round;
      if (reportingEndedAt === null || reportingEndedAt !== (lock?.endedAt ?? reportingEndedAt)) {
        throw new DomainError('reporting-not-ended', { year, month });
      }
      const change = { reportingEndedAt: null, deadlineAssessed: false };
      await this.rounds.update(manager, round.id, change);
      await this.exceptions.markAssessed(manager, round.id, false);
      await this.audit.record(manager, {
        ...actorAt(user, 'rounds.manage', EVERYWHERE),
        action: 'reporting.resume-reporting',
        subject: `round/${year}-${month}`,
        before: { reportingEndedAt },
        after: lock === undefined ? null : { failedWith: lock.failedWith },
        remoteAddress,
      });
      const actor = user.username;
      await this.events.publish(manager, deadlineChanged({ roundId: round.id, organisationId: null, actor }));
      this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
      return { ...round, ...change };
    });
    return roundView(resumed, this.clock.today());
  }
}
