import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id, Month, Year } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobAccepted } from '../../jobs/index.js';
import { RoundView } from '../../reporting/index.js';
import { LastYearQuery } from '../application/last-year.query.js';
import { LightListQuery } from '../application/light-list.query.js';
import { LockWhenComputed } from '../application/lock-when-computed.js';
import { ProjectLightsQuery } from '../application/project-lights.query.js';
import { RequestRecompute } from '../application/request-recompute.js';
import { LastYear, LightPage, LightQuery, LockInput, MonthQuery, ProjectLights } from './monitoring.dto.js';

@ApiTags('monitoring')
@Controller()
export class MonitoringController {
  constructor(
    private readonly lightsQuery: LightListQuery,
    private readonly projectQuery: ProjectLightsQuery,
    private readonly lastYearQuery: LastYearQuery,
    private readonly requestRecompute: RequestRecompute,
    private readonly lockRound: LockWhenComputed,
  ) {}

  @Get('lights')
  @Allow('lights.read')
  @Answers(LightPage)
  lights(
    @Caller() user: CurrentUser,
    @Query({ schema: LightQuery }) query: LightQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<LightPage> {
    return this.lightsQuery.run(user, query, locale);
  }

  @Get('projects/:id/last-year')
  @Allow('lights.read')
  @Answers(LastYear)
  lastYear(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<LastYear> {
    return this.lastYearQuery.run(user, id, locale);
  }

  @Get('projects/:id/lights')
  @Allow('lights.read')
  @Answers(ProjectLights)
  projectLights(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: MonthQuery }) { month }: z.output<typeof MonthQuery>,
    @ReaderLocale() locale: Locale,
  ): Promise<ProjectLights> {
    return this.projectQuery.run(user, id, month, locale);
  }

  @Post('rounds/:year/:month/recompute')
  @Allow('rounds.manage')
  @Answers(JobAccepted, 202)
  recompute(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @RemoteAddress() address: string,
  ): Promise<z.output<typeof JobAccepted>> {
    return this.requestRecompute.run(user, { year, month }, address);
  }

  @Post('rounds/:year/:month/lock')
  @Allow('rounds.manage')
  @ApiBody({ required: false })
  @Answers(RoundView)
  lock(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: LockInput }) input: LockInput,
    @RemoteAddress() address: string,
  ): Promise<RoundView> {
    return this.lockRound.run(user, year, month, input ?? {}, address);
  }
}
