import { isDeadlinePassed, roundStatus } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import type { RoundView } from '../http/reporting.dto.js';
import type { WindowInput } from '../http/windows.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { deadlineChanged } from './reporting.events.js';
import { requireWholeCounty } from './require-whole-county.js';
import { roundView } from './round-view.js';

/**
 * Moves the window of a round that is not locked. A later deadline takes back that reporting was ended: what was judged as
 * not reported waits again (R28).
 */
@Injectable()
export class ChangeWindow {
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
   * @throws DomainError `forbidden`, `round-not-found`, `round-locked`, `window-unchanged`, `round-window` where it would
   *   close before it opens, `deadline-in-past`, `round-opened-already` where it would be closed again
   */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    { reason, ...wanted }: WindowInput,
    remoteAddress?: string,
  ): Promise<RoundView> {
    requireWholeCounty(user, 'rounds.manage');
    const today = this.clock.today();
    const changed = await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      const before = { opensOn: round.opensOn, closesOn: round.closesOn };
      const after = { opensOn: wanted.opensOn ?? round.opensOn, closesOn: wanted.closesOn ?? round.closesOn };
      requireSensible(round, after, today);
      const deadline = { reportingEndedAt: null, deadlineAssessed: false };
      const change = { ...after, ...(after.closesOn === before.closesOn ? {} : deadline) };
      await this.rounds.update(manager, round.id, change);
      const actor = user.username;
      if (after.closesOn !== before.closesOn && isDeadlinePassed(round, today)) {
        await this.exceptions.markAssessed(manager, round.id, false);
        await this.events.publish(manager, deadlineChanged({ roundId: round.id, organisationId: null, actor }));
      }
      const subject = `round/${year}-${month}`;
      const entry: AuditRecord = {
        ...actorAt(user, 'rounds.manage', EVERYWHERE),
        action: 'reporting.change-window',
        subject,
        before,
        after: { ...after, reason },
      };
      await this.audit.record(manager, { ...entry, remoteAddress });
      this.uow.afterCommit(() => this.liveEvents.publish({ type: 'lights', year, month, projects: [] }));
      return { ...round, ...change };
    });
    return roundView(changed, today);
  }
}

function requireSensible(
  round: MonitoringRound,
  { opensOn, closesOn }: Pick<MonitoringRound, 'opensOn' | 'closesOn'>,
  today: string,
): void {
  const { year, month } = round;
  const status = roundStatus(round, today);
  if (status === 'locked') throw new DomainError('round-locked', { year, month });
  if (opensOn === round.opensOn && closesOn === round.closesOn) throw new DomainError('window-unchanged');
  if (closesOn < opensOn) throw new DomainError('round-window', { opensOn, closesOn });
  if (closesOn !== round.closesOn && closesOn < today) throw new DomainError('deadline-in-past', { closesOn, today });
  if (status === 'open' && opensOn > today) throw new DomainError('round-opened-already', { opensOn });
}
