import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { AlertDetailQuery } from '../application/alert-detail.query.js';
import { AlertListQuery } from '../application/alert-list.query.js';
import { AlertScorecardQuery } from '../application/alert-scorecard.query.js';
import { AlertSummaryQuery as SummaryQuery } from '../application/alert-summary.query.js';
import { AlertDetail, AlertPage, AlertQuery, AlertSummary, AlertSummaryQuery, ProjectAlerts } from './alerts.dto.js';
import { AlertScorecard, ScorecardQuery } from './scorecard.dto.js';

@ApiTags('alerts')
@Controller()
export class AlertsController {
  constructor(
    private readonly list: AlertListQuery,
    private readonly details: AlertDetailQuery,
    private readonly summaries: SummaryQuery,
    private readonly scorecards: AlertScorecardQuery,
  ) {}

  @Get('alerts')
  @Allow('lights.read')
  @Answers(AlertPage)
  page(
    @Caller() user: CurrentUser,
    @Query({ schema: AlertQuery }) query: AlertQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<AlertPage> {
    return this.list.run(user, query, locale);
  }

  @Get('alerts/summary')
  @Allow('lights.read')
  @Answers(AlertSummary)
  summary(
    @Caller() user: CurrentUser,
    @Query({ schema: AlertSummaryQuery }) query: AlertSummaryQuery,
  ): Promise<AlertSummary> {
    return this.summaries.run(user, query);
  }

  @Get('alerts/scorecard')
  @Allow('lights.read')
  @Answers(AlertScorecard)
  scorecard(
    @Caller() user: CurrentUser,
    @Query({ schema: ScorecardQuery }) query: ScorecardQuery,
  ): Promise<AlertScorecard> {
    return this.scorecards.run(user, query);
  }

  @Get('alerts/:id')
  @Allow('lights.read')
  @Answers(AlertDetail)
  detail(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<AlertDetail> {
    return this.details.run(user, id, locale);
  }

  @Get('projects/:id/alerts')
  @Allow('lights.read')
  @Answers(ProjectAlerts)
  ofProject(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<ProjectAlerts> {
    return this.details.ofProject(user, id, locale);
  }
}
