import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ReportQuery } from '../application/report.query.js';
import { SaveReport } from '../application/save-report.js';
import { StepReport } from '../application/step-report.js';
import { ReportInput, ReportPath, ReportView, VersionInput } from './reporting.dto.js';

@ApiTags('reporting')
@Controller('rounds/:year/:month/projects/:projectId/report')
export class ReportsController {
  constructor(
    private readonly query: ReportQuery,
    private readonly save: SaveReport,
    private readonly step: StepReport,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(ReportView)
  read(
    @Caller() user: CurrentUser,
    @Param({ schema: ReportPath }) path: ReportPath,
    @ReaderLocale() locale: Locale,
  ): Promise<ReportView> {
    return this.query.run(user, path, locale);
  }

  @Put()
  @Allow('reports.write')
  @Answers(ReportView)
  put(
    @Caller() user: CurrentUser,
    @Param({ schema: ReportPath }) path: ReportPath,
    @Body({ schema: ReportInput }) input: ReportInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<ReportView> {
    return this.save.run(user, path, input, locale, address);
  }

  @Post('submit')
  @Allow('reports.submit')
  @Answers(ReportView)
  submit(
    @Caller() user: CurrentUser,
    @Param({ schema: ReportPath }) path: ReportPath,
    @Body({ schema: VersionInput }) { version }: VersionInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<ReportView> {
    return this.step.run(user, path, 'submit', version, locale, address);
  }

  @Post('withdraw')
  @Allow('reports.submit')
  @Answers(ReportView)
  withdraw(
    @Caller() user: CurrentUser,
    @Param({ schema: ReportPath }) path: ReportPath,
    @Body({ schema: VersionInput }) { version }: VersionInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<ReportView> {
    return this.step.run(user, path, 'withdraw', version, locale, address);
  }
}
