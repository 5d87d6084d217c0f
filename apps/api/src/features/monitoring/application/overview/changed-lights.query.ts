import type { Light } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import type { ChangesQuery, OverviewChanges } from '../../http/overview.dto.js';
import { projectsInOrder, type NamedProject } from './projects-in-order.js';
import { ViewOfRound } from './view-of-round.js';

interface Row extends NamedProject {
  readonly previousLight: Light | null;
  readonly to: Light;
  readonly gapToPlan: number | string | null;
  readonly budgetFen: number | string | null;
}

/** Each in the order of the index, forwards or backwards. */
const ORDER: Readonly<Record<ChangesQuery['direction'], string>> = {
  worse: 'l.light_rank, l.gap_to_plan, l.id',
  better: 'l.light_rank desc, l.gap_to_plan desc, l.id desc',
};

/** The projects whose light has become worse, or better, since the round before of the same year. */
@Injectable()
export class ChangedLightsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: ViewOfRound,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: ChangesQuery): Promise<OverviewChanges> {
    const { page, size, direction } = query;
    const { lights } = await this.view.of(user, query);
    const manager = this.uow.reader;
    const turned = { sql: `${lights.sql} and l.light_turn = ?`, params: [...lights.params, direction] };
    const countSql = `select count(*) as total from project_light l where ${turned.sql}`;
    const [count] = await manager.query<{ total: number | string }[]>(countSql, turned.params);
    const columns = `l.previous_light as previousLight, l.light as \`to\`, l.gap_to_plan as gapToPlan,
      l.adjusted_budget_fen as budgetFen`;
    const sql = projectsInOrder(columns, turned, ORDER[direction]);
    const rows = await manager.query<Row[]>(sql, [...turned.params, size, (page - 1) * size]);
    return {
      items: rows.map(({ previousLight, gapToPlan, budgetFen, ...row }) => ({
        ...row,
        from: previousLight ?? 'grey',
        gapToPlan: gapToPlan === null ? null : Number(gapToPlan) / 100,
        budgetFen: budgetFen === null ? null : Number(budgetFen),
      })),
      total: Number(count?.total ?? 0),
      page,
      size,
    };
  }
}
