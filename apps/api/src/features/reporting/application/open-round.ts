import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { FiscalYearRepository, RoundTargetRepository } from '../../targets/index.js';
import type { RoundInput, RoundView } from '../http/reporting.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { requireWholeCounty } from './require-whole-county.js';
import { roundOpened } from './reporting.events.js';
import { roundView } from './round-view.js';

/**
 * Opens a monitoring round for all units, with the default rule pack and the targets in force, by which it is judged until
 * the end whatever becomes of them (R27); creates its fiscal year where there is none.
 */
@Injectable()
export class OpenRound {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly years: FiscalYearRepository,
    private readonly pins: RoundTargetRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `round-window` where it closes before it opens, `round-exists` */
  async run(user: CurrentUser, input: RoundInput, remoteAddress?: string): Promise<RoundView> {
    requireWholeCounty(user, 'rounds.manage');
    const { year, month, opensOn, closesOn } = input;
    if (closesOn < opensOn) throw new DomainError('round-window', { opensOn, closesOn });
    const round = await this.uow.run(async (manager) => {
      const now = this.clock.now();
      // An import that goes on at the same time either sees this round, or its projects are seen by the round.
      await this.years.hold(manager, year, now);
      if ((await this.rounds.find(manager, year, month)) !== null)
        throw new DomainError('round-exists', { year, month });
      const opened: MonitoringRound = {
        id: newId(),
        year,
        month,
        opensOn,
        closesOn,
        status: 'open',
        rulePackRef: await this.years.ensureDefaultRulePack(manager, now),
        reportingEndedAt: null,
        deadlineAssessed: false,
        lockedAt: null,
        lockedBy: null,
      };
      await this.rounds.insert(manager, opened);
      await this.pins.pinRound(manager, opened.id);
      const actor = user.username;
      const subject = `round/${year}-${month}`;
      await this.audit.record(manager, { actor, action: 'reporting.open-round', subject, after: input, remoteAddress });
      await this.events.publish(manager, roundOpened({ roundId: opened.id, actor }));
      return opened;
    });
    return roundView(round, this.clock.today());
  }
}
