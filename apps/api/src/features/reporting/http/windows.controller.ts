import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id, Month, Year } from '../../../platform/http/fields.dto.js';
import { ChangeWindow } from '../application/change-window.js';
import { DeadlinesQuery } from '../application/deadlines.query.js';
import { ExceptionsQuery } from '../application/exceptions.query.js';
import { GrantException } from '../application/grant-exception.js';
import { ResumeReporting } from '../application/resume-reporting.js';
import { WithdrawException } from '../application/withdraw-exception.js';
import { RoundView } from './reporting.dto.js';
import { DeadlineList, ExceptionInput, ExceptionList, WindowInput } from './windows.dto.js';

/** When a round takes reports, and who has more time. */
@ApiTags('reporting')
@Controller('rounds/:year/:month')
export class WindowsController {
  constructor(
    private readonly change: ChangeWindow,
    private readonly deadlinesQuery: DeadlinesQuery,
    private readonly exceptionsQuery: ExceptionsQuery,
    private readonly grant: GrantException,
    private readonly resume: ResumeReporting,
    private readonly withdraw: WithdrawException,
  ) {}

  @Patch()
  @Allow('rounds.manage')
  @Answers(RoundView)
  changeWindow(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: WindowInput }) input: WindowInput,
    @RemoteAddress() address: string,
  ): Promise<RoundView> {
    return this.change.run(user, { year, month }, input, address);
  }

  @Post('resume-reporting')
  @Allow('rounds.manage')
  @Answers(RoundView)
  resumeReporting(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @RemoteAddress() address: string,
  ): Promise<RoundView> {
    return this.resume.run(user, { year, month }, address);
  }

  @Get('deadlines')
  @Allow('lights.read')
  @Answers(DeadlineList)
  deadlines(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
  ): Promise<DeadlineList> {
    return this.deadlinesQuery.run(user, { year, month });
  }

  @Get('exceptions')
  @Allow('rounds.manage')
  @Answers(ExceptionList)
  exceptions(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
  ): Promise<ExceptionList> {
    return this.exceptionsQuery.run(user, { year, month });
  }

  @Put('exceptions/:organisationId')
  @Allow('rounds.manage')
  @Answers(ExceptionList)
  async grantException(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Param('organisationId', { schema: Id }) organisationId: string,
    @Body({ schema: ExceptionInput }) input: ExceptionInput,
    @RemoteAddress() address: string,
  ): Promise<ExceptionList> {
    await this.grant.run(user, { year, month }, organisationId, input, address);
    return this.exceptionsQuery.run(user, { year, month });
  }

  @Delete('exceptions/:organisationId')
  @Allow('rounds.manage')
  @AnswersNothing()
  withdrawException(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Param('organisationId', { schema: Id }) organisationId: string,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.withdraw.run(user, { year, month }, organisationId, address);
  }
}
