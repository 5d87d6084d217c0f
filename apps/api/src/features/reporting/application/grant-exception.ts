import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess } from '../../organisations/index.js';
import type { ExceptionInput } from '../http/windows.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { deadlineChanged } from './reporting.events.js';

/** Gives a unit, or a department with all below it, more time in one round than the others have. */
@Injectable()
export class GrantException {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OrganisationAccess,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * An exception that is there is replaced; the audit trail keeps what it was.
   * @throws DomainError `not-found` for an organisation out of reach, `round-not-found`, `round-locked`,
   *   `reporting-ended`, `exception-not-later` than the deadline of all, `deadline-in-past`
   */
  async run(
    user: CurrentUser,
    { year, month }: Pick<MonitoringRound, 'year' | 'month'>,
    organisationId: string,
    input: ExceptionInput,
    remoteAddress?: string,
  ): Promise<void> {
    const { path } = await this.access.require(user, organisationId, 'rounds.manage');
    await this.uow.run(async (manager) => {
      const round = await this.rounds.hold(manager, year, month, 'exclusive');
      this.requireSensible(round, input.closesOn);
      const before = await this.exceptions.find(manager, round.id, organisationId);
      await this.store(manager, round.id, organisationId, before?.id ?? null, input, user.username);
      // Before the deadline of all has passed nobody's has, whatever was granted.
      if (this.clock.today() > round.closesOn) {
        const actor = user.username;
        await this.events.publish(manager, deadlineChanged({ roundId: round.id, organisationId, actor }));
      }
      await this.audit.record(manager, {
        ...actorAt(user, 'rounds.manage', path),
        action: 'reporting.grant-exception',
        subject: `round/${year}-${month}/${organisationId}`,
        before: before && { closesOn: before.closesOn, reason: before.reason },
        after: input,
        remoteAddress,
      });
    });
  }

  private requireSensible(round: MonitoringRound, closesOn: string): void {
    const { year, month } = round;
    const today = this.clock.today();
    if (round.status === 'locked') throw new DomainError('round-locked', { year, month });
    if (round.reportingEndedAt !== null) throw new DomainError('reporting-ended');
    if (closesOn <= round.closesOn) {
      throw new DomainError('exception-not-later', { closesOn, roundClosesOn: round.closesOn });
    }
    if (closesOn < today) throw new DomainError('deadline-in-past', { closesOn, today });
  }

  private async store(
    manager: EntityManager,
    roundId: string,
    organisationId: string,
    presentId: string | null,
    { closesOn, reason }: ExceptionInput,
    grantedBy: string,
  ): Promise<void> {
    const granted = { closesOn, reason, grantedBy, grantedAt: this.clock.now(), assessed: false };
    if (presentId !== null) await this.exceptions.update(manager, presentId, granted);
    else await this.exceptions.insert(manager, { id: newId(), roundId, organisationId, ...granted });
  }
}
