import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Month, Year } from '../../../platform/http/fields.dto.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { RemindersQuery } from '../application/reminders.query.js';
import { RemindUnits } from '../application/remind-units.js';
import { RemindedToday, ReminderInput, ReminderResult } from './notifications.dto.js';

@ApiTags('notifications')
@Controller('rounds/:year/:month/reminders')
export class RemindersController {
  constructor(
    private readonly remind: RemindUnits,
    private readonly query: RemindersQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Get()
  @Allow('rounds.manage', 'reports.approve')
  @Answers(RemindedToday)
  async today(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
  ): Promise<RemindedToday> {
    return { organisationIds: [...(await this.query.run(user, { year, month }))] };
  }

  @Post()
  @Allow('rounds.manage', 'reports.approve')
  @Answers(ReminderResult)
  async send(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: ReminderInput }) { organisationIds }: ReminderInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<ReminderResult> {
    const { reminded, skipped } = await this.remind.run(user, { year, month }, organisationIds, address);
    const message = (code: string): string => this.catalogue.sentence({ code }, locale);
    return { reminded: [...reminded], skipped: skipped.map((one) => ({ ...one, message: message(one.code) })) };
  }
}
