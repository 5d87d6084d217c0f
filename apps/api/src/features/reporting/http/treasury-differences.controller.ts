import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { TreasuryDifferencesQuery } from '../application/treasury-differences.query.js';
import { TreasuryDifferencePage, TreasuryDifferenceQuery } from './treasury-differences.dto.js';

@ApiTags('treasury')
@Controller('treasury/differences')
export class TreasuryDifferencesController {
  constructor(private readonly query: TreasuryDifferencesQuery) {}

  @Get()
  @Allow('lights.read')
  @Answers(TreasuryDifferencePage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: TreasuryDifferenceQuery }) query: TreasuryDifferenceQuery,
  ): Promise<TreasuryDifferencePage> {
    return this.query.run(user, query);
  }
}
