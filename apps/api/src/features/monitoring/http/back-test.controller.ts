import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobAccepted } from '../../jobs/index.js';
import { BackTestQuery } from '../application/back-test/back-test.query.js';
import { RequestBackTest } from '../application/back-test/request-back-test.js';
import { BackTestQuery as BackTestParameters, BackTestView } from './back-test.dto.js';

/** How right forecasts were on the past. */
@ApiTags('monitoring')
@Controller('forecasts/back-test')
export class BackTestController {
  constructor(
    private readonly query: BackTestQuery,
    private readonly request: RequestBackTest,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(BackTestView)
  read(
    @Caller() user: CurrentUser,
    @Query({ schema: BackTestParameters }) { organisationId }: z.output<typeof BackTestParameters>,
    @ReaderLocale() locale: Locale,
  ): Promise<BackTestView> {
    return this.query.run(user, organisationId, locale);
  }

  @Post()
  @Allow('rounds.manage')
  @Answers(JobAccepted, 202)
  recompute(@Caller() user: CurrentUser, @RemoteAddress() address: string): Promise<z.output<typeof JobAccepted>> {
    return this.request.run(user, address);
  }
}
