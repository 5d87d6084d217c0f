import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Year } from '../../../platform/http/fields.dto.js';
import { ChangeWorkCalendar } from '../application/change-work-calendar.js';
import { WorkCalendarViews } from '../application/work-calendar-views.js';
import { WorkCalendarInput, WorkCalendarView } from './work-calendar.dto.js';

@ApiTags('work-calendar')
@Controller('work-calendar')
export class WorkCalendarController {
  constructor(
    private readonly views: WorkCalendarViews,
    private readonly change: ChangeWorkCalendar,
  ) {}

  /** Public holidays are no secret of anybody. */
  @Get(':year')
  @Allow()
  @Answers(WorkCalendarView)
  one(@Param('year', { schema: Year }) year: number): Promise<WorkCalendarView> {
    return this.views.one(year);
  }

  @Put(':year')
  @Allow('settings.manage')
  @Answers(WorkCalendarView)
  async enter(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: WorkCalendarInput }) input: WorkCalendarInput,
    @RemoteAddress() address: string,
  ): Promise<WorkCalendarView> {
    await this.change.run(user, year, input, address);
    return this.views.one(year);
  }
}
