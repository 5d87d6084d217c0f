import { INDICATOR_TYPES, LIGHTS } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { CurrentUser } from '../../../platform/http/access.js';
import type { AnalysisQuery } from '../http/analysis-fields.dto.js';
import type { FundAnalysis, IndicatorTypes } from '../http/breakdowns.dto.js';
import { FUND_SOURCES, totalOf, TRANSFER_LEVELS } from './outlook-figures.js';
import { OutlooksQuery } from './outlooks.query.js';
import { meanPercent, moneyView } from './shares.js';

/** The projects of a round by what their indicators are about, and by where their money comes from. */
@Injectable()
export class BreakdownQuery {
  constructor(private readonly outlooks: OutlooksQuery) {}

  /** Types that no indicator is of are left out. @throws DomainError `round-not-found`, `not-found` */
  async indicatorTypes(user: CurrentUser, query: AnalysisQuery): Promise<IndicatorTypes> {
    const { asOf, units } = await this.outlooks.run(user, query);
    const { indicators } = totalOf(units.map(({ figures }) => figures));
    const types = INDICATOR_TYPES.map((type) => {
      const { measured, reached, ...lights } = indicators[type];
      const total = LIGHTS.reduce((sum, light) => sum + lights[light], 0);
      return { type, indicators: total, ...lights, measured, reachedPercent: meanPercent(reached, measured) };
    });
    return { asOf, types: types.filter((type) => type.indicators > 0) };
  }

  /** Sources and levels without money are left out. @throws DomainError `round-not-found`, `not-found` */
  async funds(user: CurrentUser, query: AnalysisQuery): Promise<FundAnalysis> {
    const { asOf, units } = await this.outlooks.run(user, query);
    const { funds, levels, carriedOverFen } = totalOf(units.map(({ figures }) => figures));
    return {
      asOf,
      sources: FUND_SOURCES.map((source) => ({ source, ...moneyView(funds[source]) })).filter(isThere),
      carriedOverFen,
      levels: TRANSFER_LEVELS.map((level) => ({ level, ...moneyView(levels[level]) })).filter(isThere),
    };
  }
}

const isThere = ({ projects }: { readonly projects: number }): boolean => projects > 0;
