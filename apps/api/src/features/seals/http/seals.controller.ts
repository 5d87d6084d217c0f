import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobAccepted } from '../../jobs/index.js';
import { RequestSealCheck } from '../application/request-seal-check.js';
import { SEAL_READERS } from '../application/require-seal-reader.js';
import { SealCheckQuery } from '../application/seal-check.query.js';
import { SealListQuery } from '../application/seal-list.query.js';
import { RoundPath, SealCheckState, SealList } from './seals.dto.js';

@ApiTags('seals')
@Controller('rounds/:year/:month/seals')
export class SealsController {
  constructor(
    private readonly list: SealListQuery,
    private readonly checks: SealCheckQuery,
    private readonly request: RequestSealCheck,
  ) {}

  @Get()
  @Allow(...SEAL_READERS)
  @Answers(SealList)
  seals(@Caller() user: CurrentUser, @Param({ schema: RoundPath }) round: RoundPath): Promise<SealList> {
    return this.list.run(user, round);
  }

  @Get('check')
  @Allow(...SEAL_READERS)
  @Answers(SealCheckState)
  check(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) round: RoundPath,
    @ReaderLocale() locale: Locale,
  ): Promise<SealCheckState> {
    return this.checks.run(user, round, locale);
  }

  @Post('check')
  @Allow(...SEAL_READERS)
  @Answers(JobAccepted, 202)
  requestCheck(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) round: RoundPath,
    @RemoteAddress() address: string,
  ): Promise<z.output<typeof JobAccepted>> {
    return this.request.run(user, round, address);
  }
}
