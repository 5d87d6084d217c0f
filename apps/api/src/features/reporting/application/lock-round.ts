import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AuditLog } from '../../audit/index.js';
import type { RoundView } from '../http/reporting.dto.js';
import { ReportRepository } from '../persistence/report.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireOpen } from './require-open.js';
import { requireWholeCounty } from './require-whole-county.js';
import { roundLocked, roundLocking } from './reporting.events.js';
import { roundView } from './round-view.js';

/** Ends a round: its reports and lights stand from now on and nothing changes them any more. */
@Injectable()
export class LockRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly reports: ReportRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-not-found`, `round-not-open`, `round-locked`, or what a subscriber refuses it for */
  async run(user: CurrentUser, year: number, month: number, remoteAddress?: string): Promise<RoundView> {
    requireWholeCounty(user, 'rounds.manage');
    const locked = await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      requireOpen(round, this.clock.today());
      await this.events.publish(manager, roundLocking({ roundId: round.id }));
      const change = { status: 'locked' as const, lockedAt: this.clock.now(), lockedBy: user.username };
      await this.rounds.update(manager, round.id, change);
      await this.reports.lockSubmittedOf(manager, round.id);
      const subject = `round/${year}-${month}`;
      await this.audit.record(manager, {
        actor: user.username,
        action: 'reporting.lock-round',
        subject,
        remoteAddress,
      });
      await this.events.publish(manager, roundLocked({ roundId: round.id, actor: user.username }));
      return { ...round, ...change };
    });
    return roundView(locked, this.clock.today());
  }
}
