import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Month, Year } from '../../../platform/http/fields.dto.js';
import { OwingQuery } from '../application/owing.query.js';
import { OwingFilter, OwingList } from './owing.dto.js';

@ApiTags('reporting')
@Controller('rounds/:year/:month/owing')
export class OwingController {
  constructor(private readonly query: OwingQuery) {}

  @Get()
  @Allow('lights.read')
  @Answers(OwingList)
  list(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Query({ schema: OwingFilter }) { organisationId }: z.output<typeof OwingFilter>,
  ): Promise<OwingList> {
    return this.query.run(user, { year, month }, organisationId);
  }
}
