import type { Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import type { OverviewRanking, RankingQuery } from '../../http/overview.dto.js';
import { projectsInOrder, type NamedProject } from './projects-in-order.js';
import { ViewOfRound } from './view-of-round.js';

interface Row extends NamedProject {
  readonly light: Light;
  readonly gapToPlan: number | string;
  readonly lagFen: number | string;
  readonly budgetFen: number | string | null;
  readonly expenditureFen: number | string | null;
}

/** Each in the order of an index, so that the first few are found without looking at all. */
const ORDER: Readonly<Record<RankingQuery['by'], string>> = {
  points: 'l.gap_to_plan, l.id',
  money: 'l.lag_fen desc, l.id desc',
};

/** The projects that are furthest behind their plans, in points or in money (R8). */
@Injectable()
export class LaggingProjectsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: ViewOfRound,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: RankingQuery): Promise<OverviewRanking> {
    const { lights } = await this.view.of(user, query);
    const behind = { ...lights, sql: `${lights.sql} and l.gap_to_plan < 0 and l.lag_fen > 0` };
    const columns = `l.light as light, l.gap_to_plan as gapToPlan, l.lag_fen as lagFen,
      l.adjusted_budget_fen as budgetFen, l.expenditure_fen as expenditureFen`;
    const sql = projectsInOrder(columns, behind, ORDER[query.by]);
    const rows = await this.uow.reader.query<Row[]>(sql, [...lights.params, query.size, 0]);
    return {
      items: rows.map(({ gapToPlan, lagFen, budgetFen, expenditureFen, ...row }) => ({
        ...row,
        gapToPlan: Number(gapToPlan) / 100,
        lagFen: Number(lagFen),
        budgetFen: budgetFen === null ? null : Number(budgetFen),
        expenditureFen: expenditureFen === null ? null : Number(expenditureFen),
      })),
    };
  }
}
