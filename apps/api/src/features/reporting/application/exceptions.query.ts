import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { ExceptionList } from '../http/windows.dto.js';
import type { MonitoringRound } from '../persistence/monitoring-round.entity.js';
import { RoundExceptionRepository } from '../persistence/round-exception.repository.js';
import { RoundRepository } from '../persistence/round.repository.js';

/** Who was given more time in a round and why, the earliest day first. */
@Injectable()
export class ExceptionsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly exceptions: RoundExceptionRepository,
    private readonly organisations: OrganisationRepository,
    private readonly names: PeopleNames,
  ) {}

  /** @throws DomainError `round-not-found` */
  async run(user: CurrentUser, { year, month }: Pick<MonitoringRound, 'year' | 'month'>): Promise<ExceptionList> {
    const manager = this.uow.reader;
    const round = await this.rounds.require(manager, year, month);
    const rows = await this.exceptions.ofRound(manager, round.id);
    const named = await this.organisations.byIds(rows.map(({ organisationId }) => organisationId));
    const items = rows.flatMap(({ organisationId, closesOn, reason, grantedBy, grantedAt }) => {
      const organisation = named.get(organisationId);
      if (organisation === undefined || !holdsAt(user, 'rounds.manage', organisation.path)) return [];
      const inForce = round.reportingEndedAt === null && closesOn > round.closesOn;
      const { name } = organisation;
      return [{ organisationId, organisationName: name, closesOn, reason, grantedBy, grantedAt, inForce }];
    });
    return { items: await this.names.beside(manager, items, 'grantedBy') };
  }
}
