import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../../platform/http/access.js';
import type { OverviewNotReported, OverviewQuery } from '../../http/overview.dto.js';
import { SummedViews } from './summed-view.js';
import { ViewOfRound } from './view-of-round.js';

/** The units of which something that is due has not been reported (R28). */
@Injectable()
export class NotReportedQuery {
  constructor(
    private readonly view: ViewOfRound,
    private readonly summed: SummedViews,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: OverviewQuery): Promise<OverviewNotReported> {
    const { round, paths } = await this.view.of(user, query);
    const view = await this.summed.of([round.id], paths);
    const figures = ['projects', 'notReported', 'awaitingReport'] as const;
    const sums = await view.sums([round.id], ['organisationId'], figures);
    const missing = new Map(
      sums
        .filter(({ notReported, awaitingReport }) => notReported + awaitingReport > 0)
        .map(({ organisationId, projects, notReported, awaitingReport }) => [
          organisationId,
          { projects, notReported, awaitingReport },
        ]),
    );
    const items = view.units.flatMap(({ id, name }) => {
      const figuresOf = missing.get(id);
      return figuresOf === undefined ? [] : [{ organisationId: id, name, ...figuresOf }];
    });
    // Units that miss as many stay in the order of their names.
    return { items: items.sort((a, b) => b.notReported - a.notReported || b.awaitingReport - a.awaitingReport) };
  }
}
