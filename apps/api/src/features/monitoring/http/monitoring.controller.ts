import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNowOrLater } from '../../../platform/http/answers.js';
import { Id, Month, Year } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobAccepted } from '../../jobs/index.js';
import { RoundView } from '../../reporting/index.js';
import { LastYearQuery } from '../application/last-year.query.js';
import { LightListQuery } from '../application/light-list.query.js';
import { ProjectLightsQuery } from '../application/project-lights.query.js';
import { RequestLock } from '../application/request-lock.js';
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
    private readonly requestLock: RequestLock,
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
  @AnswersNowOrLater(RoundView, JobAccepted)
  async lock(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: LockInput }) input: LockInput,
    @RemoteAddress() address: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoundView | z.output<typeof JobAccepted>> {
    const answer = await this.requestLock.run(user, { year, month }, input ?? {}, address);
    void reply.status('jobId' in answer ? 202 : 200);
    return answer;
  }
}
