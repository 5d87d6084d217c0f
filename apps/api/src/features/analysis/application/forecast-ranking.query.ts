import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { AnalysisQuery } from '../http/analysis-fields.dto.js';
import type { ForecastRanking } from '../http/forecast.dto.js';
import { LeftOutQuery } from '../persistence/left-out.query.js';
import { totalOf, type OutlookFigures } from './outlook-figures.js';
import { OutlooksQuery, refOf } from './outlooks.query.js';
import { percentOf } from './shares.js';

/** Where the year's expenditure will end, by unit and altogether (R45). */
@Injectable()
export class ForecastRankingQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outlooks: OutlooksQuery,
    private readonly leftOut: LeftOutQuery,
  ) {}

  /** @throws DomainError `round-not-found`, `not-found` */
  async run(user: CurrentUser, query: AnalysisQuery): Promise<ForecastRanking> {
    const { round, paths, asOf, units } = await this.outlooks.run(user, query);
    return {
      asOf,
      total: sumView(totalOf(units.map(({ figures }) => figures))),
      leftOut: await this.leftOut.run(this.uow.reader, round.id, paths),
      units: units
        .map((unit) => ({ ...refOf(unit), ...sumView(unit.figures) }))
        .sort((a, b) => (a.forecastPercent ?? Infinity) - (b.forecastPercent ?? Infinity)),
    };
  }
}

function sumView({ projects, forecast }: OutlookFigures): ForecastRanking['total'] {
  const { budgetFen, forecastFen, lowerFen, upperFen } = forecast;
  return {
    projects,
    forecastProjects: forecast.projects,
    budgetFen,
    spentFen: forecast.spentFen,
    forecastFen,
    forecastPercent: percentOf(forecastFen, budgetFen),
    lowerFen,
    upperFen,
    lowerPercent: percentOf(lowerFen, budgetFen),
    upperPercent: percentOf(upperFen, budgetFen),
    unspentFen: budgetFen - forecastFen,
    certain: forecast.certain,
    possible: forecast.possible,
    impossible: forecast.impossible,
  };
}
