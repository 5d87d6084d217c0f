import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { deadlineChanged } from './reporting.events.js';

/** Takes back that a unit has more time: the deadline of whatever is above it counts again. */
@Injectable()
export class WithdrawException {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` also where there is no exception, `round-not-found`, `round-locked` */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    organisationId: string,
    remoteAddress?: string,
  ): Promise<void> {
    const { path } = await this.access.require(user, organisationId, 'rounds.manage');
    const by = actorAt(user, 'rounds.manage', path);
    await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      if (round.status === 'locked') throw new DomainError('round-locked', { year, month });
      const exception = await this.exceptions.find(manager, round.id, organisationId);
      if (exception === null) throw new DomainError('not-found');
      await this.exceptions.remove(manager, exception.id);
      const actor = user.username;
      if (this.clock.today() > round.closesOn) {
        await this.events.publish(manager, deadlineChanged({ roundId: round.id, organisationId, actor }));
      }
      const subject = `round/${year}-${month}/${organisationId}`;
      const before = { closesOn: exception.closesOn, reason: exception.reason };
      const entry: AuditRecord = { ...by, action: 'reporting.withdraw-exception', subject, before };
      await this.audit.record(manager, { ...entry, remoteAddress });
    });
  }
}
