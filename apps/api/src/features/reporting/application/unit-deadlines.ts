import { effectiveDeadline, isDeadlinePassed, type EffectiveDeadline } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';

export interface UnitDeadline extends EffectiveDeadline {
  /** Whether what is blank counts as not reported today (R28). */
  readonly passed: boolean;
  /** Why the unit was given more time; null where it was not. */
  readonly reason: string | null;
}

/** Until when each unit reports in a round: the one place that knows of exceptions. */
@Injectable()
export class UnitDeadlines {
  constructor(
    private readonly exceptions: RoundExceptionRepository,
    private readonly organisations: OrganisationRepository,
    private readonly clock: Clock,
  ) {}

  /** At most two statements, however many units. @returns the deadline of each unit that was named */
  async of(
    manager: EntityManager,
    round: MonitoringRound,
    organisationIds: readonly string[],
  ): Promise<(organisationId: string) => UnitDeadline> {
    const exceptions = await this.exceptions.ofRound(manager, round.id);
    const days = new Map(exceptions.map(({ organisationId, closesOn }) => [organisationId, closesOn]));
    const reasons = new Map(exceptions.map(({ organisationId, reason }) => [organisationId, reason]));
    const units = exceptions.length === 0 ? undefined : await this.organisations.byIds(organisationIds);
    const today = this.clock.today();
    return (organisationId) => {
      const deadline = effectiveDeadline(round.closesOn, units?.get(organisationId)?.path ?? '/', days);
      const passed = isDeadlinePassed({ ...round, closesOn: deadline.closesOn }, today);
      const reason = deadline.grantedTo === null ? null : (reasons.get(deadline.grantedTo) ?? null);
      return { ...deadline, passed, reason };
    };
  }

  async ofUnit(manager: EntityManager, round: MonitoringRound, organisationId: string): Promise<UnitDeadline> {
    return (await this.of(manager, round, [organisationId]))(organisationId);
  }
}
