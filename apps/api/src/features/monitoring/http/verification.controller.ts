import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id, Month, Year } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DrawSample } from '../application/draw-sample.js';
import { ProjectVerificationQuery } from '../application/project-verification.query.js';
import { RecordVerified } from '../application/record-verified.js';
import { RoundVerificationQuery } from '../application/round-verification.query.js';
import { ProjectVerification, RoundVerification, SampleInput, VerifiedInput } from './verification.dto.js';

/** What finance found beside what was reported (核实). */
@ApiTags('monitoring')
@Controller('rounds/:year/:month')
export class VerificationController {
  constructor(
    private readonly draw: DrawSample,
    private readonly record: RecordVerified,
    private readonly roundQuery: RoundVerificationQuery,
    private readonly projectQuery: ProjectVerificationQuery,
  ) {}

  @Get('verification')
  @Allow('lights.read')
  @Answers(RoundVerification)
  round(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
  ): Promise<RoundVerification> {
    return this.roundQuery.run(user, { year, month });
  }

  @Post('sample')
  @Allow('results.verify')
  @Answers(RoundVerification, 201)
  sample(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: SampleInput }) input: SampleInput,
    @RemoteAddress() address: string,
  ): Promise<RoundVerification> {
    return this.draw.run(user, { year, month }, input, address);
  }

  @Get('projects/:projectId/verification')
  @Allow('lights.read')
  @Answers(ProjectVerification)
  project(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Param('projectId', { schema: Id }) projectId: string,
    @ReaderLocale() locale: Locale,
  ): Promise<ProjectVerification> {
    return this.projectQuery.run(user, { year, month }, projectId, locale);
  }

  @Post('projects/:projectId/verification')
  @Allow('results.verify')
  @Answers(ProjectVerification, 201)
  verify(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Param('projectId', { schema: Id }) projectId: string,
    @Body({ schema: VerifiedInput }) input: VerifiedInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() remoteAddress: string,
  ): Promise<ProjectVerification> {
    return this.record.run(user, { year, month }, projectId, input, { locale, remoteAddress });
  }
}
