import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Year } from '../../../platform/http/fields.dto.js';
import { CarryOver } from '../application/carry-over.js';
import { CarryOverInput, CarryOverList } from './carry-over.dto.js';

/** The year's turn (年度结转): what of the year before goes on. */
@ApiTags('targets')
@Controller('fiscal-years/:year/carry-over')
export class CarryOverController {
  constructor(private readonly carryOver: CarryOver) {}

  @Get()
  @Allow('targets.manage')
  @Answers(CarryOverList)
  preview(@Caller() user: CurrentUser, @Param('year', { schema: Year }) year: number): Promise<CarryOverList> {
    return this.carryOver.preview(user, year);
  }

  @Post()
  @Allow('targets.manage')
  @Answers(CarryOverList)
  run(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: CarryOverInput }) input: CarryOverInput,
    @RemoteAddress() address: string,
  ): Promise<CarryOverList> {
    return this.carryOver.run(user, year, input, address);
  }
}
