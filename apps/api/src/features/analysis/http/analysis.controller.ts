import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { BreakdownQuery } from '../application/breakdown.query.js';
import { FindingsQuery } from '../application/findings.query.js';
import { ForecastPageQuery } from '../application/forecast-page.query.js';
import { ForecastRankingQuery } from '../application/forecast-ranking.query.js';
import { LinkedProjectsQuery } from '../application/linked-projects.query.js';
import { UnitComparisonQuery } from '../application/unit-comparison.query.js';
import { YearComparisonQuery } from '../application/year-comparison.query.js';
import { YearEndRushesQuery } from '../application/year-end-rushes.query.js';
import { AnalysisQuery } from './analysis-fields.dto.js';
import { FindingPage, FindingQuery, FundAnalysis, IndicatorTypes, YearEndRushes } from './breakdowns.dto.js';
import { LinkedProjectPage, LinkedQuery, UnitComparison, UnitsQuery, YearComparison } from './comparisons.dto.js';
import { ForecastPage, ForecastQuery, ForecastRanking } from './forecast.dto.js';

/** The questions of the analysis of a round: where the year will end, who rushes at its end, what pattern repeats. */
@ApiTags('analysis')
@Controller('analysis')
export class AnalysisController {
  constructor(
    private readonly ranking: ForecastRankingQuery,
    private readonly forecasts: ForecastPageQuery,
    private readonly yearComparison: YearComparisonQuery,
    private readonly linkedProjects: LinkedProjectsQuery,
    private readonly unitComparison: UnitComparisonQuery,
    private readonly breakdown: BreakdownQuery,
    private readonly yearEndRushes: YearEndRushesQuery,
    private readonly findingsQuery: FindingsQuery,
  ) {}

  @Get('forecast')
  @Allow('lights.read')
  @Answers(ForecastRanking)
  forecast(
    @Caller() user: CurrentUser,
    @Query({ schema: AnalysisQuery }) query: AnalysisQuery,
  ): Promise<ForecastRanking> {
    return this.ranking.run(user, query);
  }

  @Get('forecast/projects')
  @Allow('lights.read')
  @Answers(ForecastPage)
  forecastOfProjects(
    @Caller() user: CurrentUser,
    @Query({ schema: ForecastQuery }) query: ForecastQuery,
  ): Promise<ForecastPage> {
    return this.forecasts.run(user, query);
  }

  @Get('years')
  @Allow('lights.read')
  @Answers(YearComparison)
  years(@Caller() user: CurrentUser, @Query({ schema: AnalysisQuery }) query: AnalysisQuery): Promise<YearComparison> {
    return this.yearComparison.run(user, query);
  }

  @Get('years/projects')
  @Allow('lights.read')
  @Answers(LinkedProjectPage)
  linked(@Caller() user: CurrentUser, @Query({ schema: LinkedQuery }) query: LinkedQuery): Promise<LinkedProjectPage> {
    return this.linkedProjects.run(user, query);
  }

  @Get('units')
  @Allow('lights.read')
  @Answers(UnitComparison)
  units(@Caller() user: CurrentUser, @Query({ schema: UnitsQuery }) query: UnitsQuery): Promise<UnitComparison> {
    return this.unitComparison.run(user, query);
  }

  @Get('indicators')
  @Allow('lights.read')
  @Answers(IndicatorTypes)
  indicators(
    @Caller() user: CurrentUser,
    @Query({ schema: AnalysisQuery }) query: AnalysisQuery,
  ): Promise<IndicatorTypes> {
    return this.breakdown.indicatorTypes(user, query);
  }

  @Get('funds')
  @Allow('lights.read')
  @Answers(FundAnalysis)
  funds(@Caller() user: CurrentUser, @Query({ schema: AnalysisQuery }) query: AnalysisQuery): Promise<FundAnalysis> {
    return this.breakdown.funds(user, query);
  }

  @Get('rush')
  @Allow('lights.read')
  @Answers(YearEndRushes)
  rush(@Caller() user: CurrentUser, @Query({ schema: AnalysisQuery }) query: AnalysisQuery): Promise<YearEndRushes> {
    return this.yearEndRushes.run(user, query);
  }

  @Get('findings')
  @Allow('lights.read')
  @Answers(FindingPage)
  findings(
    @Caller() user: CurrentUser,
    @Query({ schema: FindingQuery }) query: FindingQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<FindingPage> {
    return this.findingsQuery.run(user, query, locale);
  }
}
