import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { belowPaths } from '../../organisations/index.js';
import { RoundRepository } from '../../reporting/index.js';
import type { AnalysisQuery } from '../http/analysis-fields.dto.js';
import type { YearComparison } from '../http/comparisons.dto.js';
import { totalOf } from './outlook-figures.js';
import { OutlooksQuery, refOf, type OutlookOfUnit } from './outlooks.query.js';
import { standingOf } from './shares.js';

/** Sums come as text from MySQL. */
interface LineRow {
  readonly year: number;
  readonly month: number;
  readonly projects: number | string;
  readonly budgetFen: number | string;
  readonly spentFen: number | string;
  readonly plannedFen: number | string;
  readonly goalProjects: number | string;
  readonly goalSum: number | string;
}

const LINES = `
  select r.year as year, r.month as month, sum(u.projects) as projects, sum(u.budget_fen) as budgetFen,
         sum(u.spent_fen) as spentFen, sum(u.planned_fen) as plannedFen, sum(u.goal_projects) as goalProjects,
         sum(u.goal_sum) as goalSum
  from unit_outlook u
  join monitoring_round r on r.id = u.round_id
  join organisation o on o.id = u.organisation_id`;

/** This year against the last one at the same month: spending and goals, by unit, altogether, and round by round. */
@Injectable()
export class YearComparisonQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rounds: RoundRepository,
    private readonly outlooks: OutlooksQuery,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` */
  async run(user: CurrentUser, query: AnalysisQuery): Promise<YearComparison> {
    const { asOf, paths, units } = await this.outlooks.run(user, query);
    const previous = await this.rounds.find(this.uow.reader, query.year - 1, query.month);
    const before = previous === null ? [] : await this.outlooks.ofRound(previous.id, paths);
    return {
      asOf,
      previousYear: before.length === 0 ? null : query.year - 1,
      total: {
        now: standingOf(totalOf(units.map(({ figures }) => figures))),
        before: before.length === 0 ? null : standingOf(totalOf(before.map(({ figures }) => figures))),
      },
      units: bothYears(units, before),
      lines: await this.lines(query.year, paths),
    };
  }

  private async lines(year: number, paths: readonly string[]): Promise<YearComparison['lines']> {
    const scope = belowPaths('o.path', paths);
    const sql = `${LINES} where r.year in (?, ?) and ${scope.sql} group by r.year, r.month order by r.year, r.month`;
    const rows = await this.uow.reader.query<LineRow[]>(sql, [year - 1, year, ...scope.params]);
    return rows.map((row) => ({ year: Number(row.year), month: Number(row.month), ...standingOf(figuresOf(row)) }));
  }
}

function figuresOf(row: LineRow): Parameters<typeof standingOf>[0] {
  const money = {
    projects: Number(row.projects),
    budgetFen: Number(row.budgetFen),
    spentFen: Number(row.spentFen),
    plannedFen: Number(row.plannedFen),
    lagFen: 0,
  };
  return { money, goals: { projects: Number(row.goalProjects), percent: Number(row.goalSum) } };
}

/** Units of either year: one that is new has no past, one that is gone no present. */
function bothYears(now: readonly OutlookOfUnit[], before: readonly OutlookOfUnit[]): YearComparison['units'] {
  const past = new Map(before.map((unit) => [unit.organisationId, unit]));
  const present = new Set(now.map(({ organisationId }) => organisationId));
  const standing = (unit: OutlookOfUnit | undefined) => (unit === undefined ? null : standingOf(unit.figures));
  return [
    ...now.map((unit) => ({
      ...refOf(unit),
      now: standingOf(unit.figures),
      before: standing(past.get(unit.organisationId)),
    })),
    ...before
      .filter(({ organisationId }) => !present.has(organisationId))
      .map((unit) => ({ ...refOf(unit), now: null, before: standingOf(unit.figures) })),
  ];
}
