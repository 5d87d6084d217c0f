import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import type { OverviewNotReported, OverviewQuery } from '../../http/overview.dto.js';
import { LightSums } from '../../persistence/light-sums.repository.js';
import { UnitsInScopeQuery } from './units-in-scope.query.js';
import { ViewOfRound } from './view-of-round.js';

/** The units of which something that is due has not been reported (R28). */
@Injectable()
export class NotReportedQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: ViewOfRound,
    private readonly units: UnitsInScopeQuery,
    private readonly sums: LightSums,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: OverviewQuery): Promise<OverviewNotReported> {
    const { round, paths, units } = await this.view.of(user, query);
    const manager = this.uow.reader;
    const figures = ['projects', 'notReported', 'awaitingReport'] as const;
    const sums = await this.sums.direct(manager, round.id, units, ['organisationId'], figures);
    const missing = new Map(
      sums
        .filter(({ notReported, awaitingReport }) => notReported + awaitingReport > 0)
        .map(({ organisationId, projects, notReported, awaitingReport }) => [
          organisationId,
          { projects, notReported, awaitingReport },
        ]),
    );
    const items = (await this.units.run(manager, paths)).flatMap(({ id, name }) => {
      const figuresOf = missing.get(id);
      return figuresOf === undefined ? [] : [{ organisationId: id, name, ...figuresOf }];
    });
    // Units that miss as many stay in the order of their names.
    return { items: items.sort((a, b) => b.notReported - a.notReported || b.awaitingReport - a.awaitingReport) };
  }
}
