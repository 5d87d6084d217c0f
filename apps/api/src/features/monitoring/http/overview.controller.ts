import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { OverviewQuery } from '../application/overview.query.js';
import { ChangedLightsQuery } from '../application/overview/changed-lights.query.js';
import { LaggingProjectsQuery } from '../application/overview/lagging-projects.query.js';
import { LargestProjectsQuery } from '../application/overview/largest-projects.query.js';
import { NotReportedQuery } from '../application/overview/not-reported.query.js';
import {
  ChangesQuery,
  Overview,
  OverviewChanges,
  OverviewNotReported,
  OverviewProjects,
  OverviewRanking,
  OverviewQuery as OverviewParameters,
  RankingQuery,
} from './overview.dto.js';

/** A round at a glance: of the whole county, a department or a unit, as far as the caller may see. */
@ApiTags('monitoring')
@Controller('overview')
export class OverviewController {
  constructor(
    private readonly overviewQuery: OverviewQuery,
    private readonly projectsQuery: LargestProjectsQuery,
    private readonly rankingQuery: LaggingProjectsQuery,
    private readonly changesQuery: ChangedLightsQuery,
    private readonly notReportedQuery: NotReportedQuery,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(Overview)
  overview(
    @Caller() user: CurrentUser,
    @Query({ schema: OverviewParameters }) query: OverviewParameters,
  ): Promise<Overview> {
    return this.overviewQuery.run(user, query);
  }

  @Get('projects')
  @Allow('lights.read')
  @Answers(OverviewProjects)
  projects(
    @Caller() user: CurrentUser,
    @Query({ schema: OverviewParameters }) query: OverviewParameters,
  ): Promise<OverviewProjects> {
    return this.projectsQuery.run(user, query);
  }

  @Get('ranking')
  @Allow('lights.read')
  @Answers(OverviewRanking)
  ranking(@Caller() user: CurrentUser, @Query({ schema: RankingQuery }) query: RankingQuery): Promise<OverviewRanking> {
    return this.rankingQuery.run(user, query);
  }

  @Get('changes')
  @Allow('lights.read')
  @Answers(OverviewChanges)
  changes(@Caller() user: CurrentUser, @Query({ schema: ChangesQuery }) query: ChangesQuery): Promise<OverviewChanges> {
    return this.changesQuery.run(user, query);
  }

  @Get('not-reported')
  @Allow('lights.read')
  @Answers(OverviewNotReported)
  notReported(
    @Caller() user: CurrentUser,
    @Query({ schema: OverviewParameters }) query: OverviewParameters,
  ): Promise<OverviewNotReported> {
    return this.notReportedQuery.run(user, query);
  }
}
