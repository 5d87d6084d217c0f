import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ProjectCurveQuery } from '../application/project-curve.query.js';
import { ProjectTrendsQuery } from '../application/project-trends.query.js';
import { CurveQuery, instantOf, ProjectCurve, ProjectTrends, TrendsQuery } from './time-series.dto.js';

/** A project over time: its spending and where it will end, its results and what is unusual about them. */
@ApiTags('monitoring')
@Controller('projects/:id')
export class TimeSeriesController {
  constructor(
    private readonly curveQuery: ProjectCurveQuery,
    private readonly trendsQuery: ProjectTrendsQuery,
  ) {}

  @Get('curve')
  @Allow('lights.read')
  @Answers(ProjectCurve)
  curve(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: CurveQuery }) query: z.output<typeof CurveQuery>,
  ): Promise<ProjectCurve> {
    return this.curveQuery.run(user, id, instantOf(query));
  }

  @Get('trends')
  @Allow('lights.read')
  @Answers(ProjectTrends)
  trends(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: TrendsQuery }) { month }: z.output<typeof TrendsQuery>,
    @ReaderLocale() locale: Locale,
  ): Promise<ProjectTrends> {
    return this.trendsQuery.run(user, id, month ?? null, locale);
  }
}
