import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DecideDirection } from '../application/decide-direction.js';
import { GoalSummaryQuery } from '../application/goal-summary.query.js';
import { LinkProject } from '../application/link-project.js';
import { SaveGoalResult } from '../application/save-goal-result.js';
import { UnitGoalsQuery } from '../application/unit-goals.query.js';
import {
  DepartmentGoalList,
  DirectionInput,
  GoalResultInput,
  GoalsOfUnit,
  GoalsPath,
  GoalSummaryQueryInput,
  LinkPath,
  ResultPath,
} from './department-goals.dto.js';

/** Department goals (分项绩效目标): their results round by round, and the projects that serve them. */
@ApiTags('department-goals')
@Controller('department-goals')
export class DepartmentGoalsController {
  constructor(
    private readonly summary: GoalSummaryQuery,
    private readonly unitGoals: UnitGoalsQuery,
    private readonly save: SaveGoalResult,
    private readonly directions: DecideDirection,
    private readonly links: LinkProject,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(DepartmentGoalList)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: GoalSummaryQueryInput }) query: z.output<typeof GoalSummaryQueryInput>,
  ): Promise<DepartmentGoalList> {
    return this.summary.run(user, query);
  }

  @Get(':year/:month/:organisationId')
  @Allow('lights.read')
  @Answers(GoalsOfUnit)
  ofUnit(
    @Caller() user: CurrentUser,
    @Param({ schema: GoalsPath }) place: z.output<typeof GoalsPath>,
    @ReaderLocale() locale: Locale,
  ): Promise<GoalsOfUnit> {
    return this.unitGoals.run(user, place, locale);
  }

  @Put(':year/:month/:organisationId/results/:sentenceKey')
  @Allow('reports.write')
  @Answers(GoalsOfUnit)
  async saveResult(
    @Caller() user: CurrentUser,
    @Param({ schema: ResultPath }) place: z.output<typeof ResultPath>,
    @Body({ schema: GoalResultInput }) input: GoalResultInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<GoalsOfUnit> {
    await this.save.run(user, place, input, address);
    return this.unitGoals.run(user, place, locale);
  }

  @Put(':year/:month/:organisationId/directions/:sentenceKey')
  @Allow('targets.approve')
  @Answers(GoalsOfUnit)
  async decideDirection(
    @Caller() user: CurrentUser,
    @Param({ schema: ResultPath }) place: z.output<typeof ResultPath>,
    @Body({ schema: DirectionInput }) { direction }: z.output<typeof DirectionInput>,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<GoalsOfUnit> {
    await this.directions.run(user, place, direction, address);
    return this.unitGoals.run(user, place, locale);
  }

  @Put(':year/:organisationId/goals/:goalKey/projects/:projectId')
  @Allow('targets.propose')
  @AnswersNothing()
  link(
    @Caller() user: CurrentUser,
    @Param({ schema: LinkPath }) place: z.output<typeof LinkPath>,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.links.link(user, place, address);
  }

  @Delete(':year/:organisationId/goals/:goalKey/projects/:projectId')
  @Allow('targets.propose')
  @AnswersNothing()
  unlink(
    @Caller() user: CurrentUser,
    @Param({ schema: LinkPath }) place: z.output<typeof LinkPath>,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.links.unlink(user, place, address);
  }
}
