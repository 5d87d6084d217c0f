import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Month, Year } from '../../../platform/http/fields.dto.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { ReportChangesQuery } from '../application/report-changes.query.js';
import { TakeSteps, type StepsTaken } from '../application/take-steps.js';
import { ReportPath } from './reporting.dto.js';
import { ReportChanges, ReportChangesQuery as Since, StepsInput, StepsResult } from './steps.dto.js';

@ApiTags('reporting')
@Controller('rounds/:year/:month')
export class StepsController {
  constructor(
    private readonly takeSteps: TakeSteps,
    private readonly changes: ReportChangesQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Post('steps')
  @Allow('reports.submit', 'reports.approve', 'reports.accept')
  @Answers(StepsResult)
  async steps(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: StepsInput }) input: StepsInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<StepsResult> {
    return this.view(await this.takeSteps.run(user, { year, month }, input, address), locale);
  }

  @Get('projects/:projectId/report/changes')
  @Allow('lights.read')
  @Answers(ReportChanges)
  changesSince(
    @Caller() user: CurrentUser,
    @Param({ schema: ReportPath }) path: ReportPath,
    @Query({ schema: Since }) { since }: z.output<typeof Since>,
    @ReaderLocale() locale: Locale,
  ): Promise<ReportChanges> {
    return this.changes.run(user, path, since, locale);
  }

  private view({ done, refused }: StepsTaken, locale: Locale): StepsResult {
    return {
      done: done.map(({ row: { projectId, status, version } }) => ({ projectId, status, version })),
      refused: [...refused].map(([projectId, error]) => ({
        projectId,
        code: error.code,
        message: this.catalogue.sentence(error, locale),
        issues: error.issues.map((issue) => ({
          path: issue.path,
          code: issue.code,
          message: this.catalogue.sentence(issue, locale),
        })),
      })),
    };
  }
}
