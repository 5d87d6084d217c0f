import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { AdjustBudget } from '../application/adjust-budget.js';
import { ConfirmDirection } from '../application/confirm-direction.js';
import { ChangeProjectFlags } from '../application/change-project-flags.js';
import { ProjectDetailQuery } from '../application/project-detail.query.js';
import { TargetVersionsQuery } from '../application/target-versions.query.js';
import { VersionDifferencesQuery } from '../application/version-differences.query.js';
import {
  BudgetAdjustmentInput,
  ConfirmDirectionInput,
  ProjectDetail,
  ProjectFlagsInput,
  ProjectQuery,
  TargetVersionDifferences,
  TargetVersionList,
  VersionNumber,
} from './targets.dto.js';

@ApiTags('targets')
@Controller('projects/:id')
export class ProjectsController {
  constructor(
    private readonly detailQuery: ProjectDetailQuery,
    private readonly versionsQuery: TargetVersionsQuery,
    private readonly differencesQuery: VersionDifferencesQuery,
    private readonly changeFlags: ChangeProjectFlags,
    private readonly adjustBudget: AdjustBudget,
    private readonly confirmDirection: ConfirmDirection,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(ProjectDetail)
  detail(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: ProjectQuery }) { month }: z.output<typeof ProjectQuery>,
  ): Promise<ProjectDetail> {
    return this.detailQuery.run(user, id, month);
  }

  @Patch()
  @Allow('targets.manage')
  @Answers(ProjectDetail)
  flags(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ProjectFlagsInput }) input: ProjectFlagsInput,
    @RemoteAddress() address: string,
  ): Promise<ProjectDetail> {
    return this.changeFlags.run(user, id, input, address);
  }

  @Get('versions')
  @Allow('lights.read')
  @Answers(TargetVersionList)
  versions(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
  ): Promise<z.output<typeof TargetVersionList>> {
    return this.versionsQuery.run(user, id);
  }

  @Get('target-versions/:version/differences')
  @Allow('lights.read')
  @Answers(TargetVersionDifferences)
  differences(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Param('version', { schema: VersionNumber }) version: number,
  ): Promise<TargetVersionDifferences> {
    return this.differencesQuery.run(user, id, version);
  }

  @Post('confirmed-directions')
  @Allow('targets.approve')
  @Answers(ProjectDetail)
  confirm(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConfirmDirectionInput }) { indicatorId }: z.output<typeof ConfirmDirectionInput>,
    @RemoteAddress() address: string,
  ): Promise<ProjectDetail> {
    return this.confirmDirection.run(user, id, indicatorId, address);
  }

  @Post('budget-adjustments')
  @Allow('budgets.adjust')
  @Answers(ProjectDetail, 201)
  adjust(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: BudgetAdjustmentInput }) input: BudgetAdjustmentInput,
    @RemoteAddress() address: string,
  ): Promise<ProjectDetail> {
    return this.adjustBudget.run(user, id, input, address);
  }
}
