import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { CloseReopening } from '../application/close-reopening.js';
import { ReopenReport } from '../application/reopen-report.js';
import { ReopeningsQuery } from '../application/reopenings.query.js';
import { ReopeningInput, ReopeningList, ReopeningPath } from './reopenings.dto.js';
import { RoundPath } from './report-files.dto.js';

/** Projects of a locked round that are given back to be corrected. Every answer is the whole list as it is then. */
@ApiTags('reporting')
@Controller('rounds/:year/:month/reopenings')
export class ReopeningsController {
  constructor(
    private readonly query: ReopeningsQuery,
    private readonly reopen: ReopenReport,
    private readonly close: CloseReopening,
  ) {}

  @Get()
  @Allow('rounds.manage')
  @Answers(ReopeningList)
  list(@Caller() user: CurrentUser, @Param({ schema: RoundPath }) round: RoundPath): Promise<ReopeningList> {
    return this.query.run(user, round);
  }

  @Post()
  @Allow('rounds.manage')
  @Answers(ReopeningList, 201)
  async add(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) round: RoundPath,
    @Body({ schema: ReopeningInput }) input: ReopeningInput,
    @RemoteAddress() address: string,
  ): Promise<ReopeningList> {
    await this.reopen.run(user, round, input, address);
    return this.query.run(user, round);
  }

  @Post(':id/withdraw')
  @Allow('rounds.manage')
  @Answers(ReopeningList)
  async withdraw(
    @Caller() user: CurrentUser,
    @Param({ schema: ReopeningPath }) { id, ...round }: ReopeningPath,
    @RemoteAddress() address: string,
  ): Promise<ReopeningList> {
    await this.close.withdraw(user, round, id, address);
    return this.query.run(user, round);
  }
}
