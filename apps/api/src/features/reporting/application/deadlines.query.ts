import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { DeadlineList } from '../http/windows.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundRepository } from '../persistence/round.repository.js';
import { UnitDeadlines } from './unit-deadlines.js';

/** Until when each organisation that the caller sees reports in a round. */
@Injectable()
export class DeadlinesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly organisations: OrganisationRepository,
    private readonly deadlines: UnitDeadlines,
  ) {}

  /** @throws DomainError `round-not-found` */
  async run(user: CurrentUser, { year, month }: Pick<MonitoringRound, 'year' | 'month'>): Promise<DeadlineList> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const organisations = await this.organisations.within(scopeOf(user, 'lights.read'));
    const deadlineOf = await this.deadlines.of(
      manager,
      round,
      organisations.map(({ id }) => id),
    );
    const items = organisations.map(({ id, name }) => {
      const { closesOn, passed, reason } = deadlineOf(id);
      return { organisationId: id, organisationName: name, closesOn, deadlinePassed: passed, extensionReason: reason };
    });
    return { items };
  }
}
