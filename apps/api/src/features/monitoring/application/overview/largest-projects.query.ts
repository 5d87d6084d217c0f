import { executionPercent, QUADRANTS, type Light, type Quadrant } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../../platform/http/access.js';
import type { OverviewProjects, OverviewQuery } from '../../http/overview.dto.js';
import { total } from './overview-figures.js';
import { projectsInOrder, type NamedProject } from './projects-in-order.js';
import { SummedViews } from './summed-view.js';
import { ViewOfRound } from './view-of-round.js';

/** More points than a picture can show apart from each other. */
const MOST = 500;

interface Row extends NamedProject {
  readonly light: Light;
  readonly side: Quadrant;
  readonly goalPercent: number | string;
  readonly budgetFen: number | string;
  readonly expenditureFen: number | string;
}

/** The points of the picture of money against goals (R15): the largest projects by budget of those judged by both. */
@Injectable()
export class LargestProjectsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly view: ViewOfRound,
    private readonly summed: SummedViews,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` for an organisation out of reach */
  async run(user: CurrentUser, query: OverviewQuery): Promise<OverviewProjects> {
    const { round, lights, paths } = await this.view.of(user, query);
    const figures = ['projects', ...QUADRANTS.map((side) => `${side}Projects` as const)] as const;
    const sums = await (await this.summed.of([round.id], paths)).sums([round.id], ['light'], figures);
    const judged = { sql: `${lights.sql} and l.both_judged = 1`, params: lights.params };
    const columns = `l.light as light, l.quadrant as side, l.goal_percent as goalPercent,
      l.adjusted_budget_fen as budgetFen, l.expenditure_fen as expenditureFen`;
    const sql = projectsInOrder(columns, judged, 'l.adjusted_budget_fen desc, l.id desc');
    const rows = await this.uow.reader.query<Row[]>(sql, [...judged.params, MOST, 0]);
    return {
      total: total(sums, 'projects'),
      judged: QUADRANTS.reduce((all, side) => all + total(sums, `${side}Projects`), 0),
      shown: rows.length,
      items: rows.map(({ goalPercent, budgetFen, expenditureFen, ...row }) => ({
        ...row,
        goalPercent: Number(goalPercent) / 100,
        budgetFen: Number(budgetFen),
        executionRate: executionPercent(Number(budgetFen), Number(expenditureFen)) ?? 0,
      })),
    };
  }
}
