import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { SheetQuery } from '../application/sheet.query.js';
import { RoundPath } from './report-files.dto.js';
import { SheetPage, SheetQuery as SheetWishes } from './sheet.dto.js';

/** The reports of a unit's projects on one sheet. */
@ApiTags('reporting')
@Controller('rounds/:year/:month/sheet')
export class SheetController {
  constructor(private readonly query: SheetQuery) {}

  @Get()
  @Allow('reports.write', 'lights.read')
  @Answers(SheetPage)
  read(
    @Caller() user: CurrentUser,
    @Param({ schema: RoundPath }) path: RoundPath,
    @Query({ schema: SheetWishes }) wishes: SheetWishes,
    @ReaderLocale() locale: Locale,
  ): Promise<SheetPage> {
    return this.query.run(user, path, wishes, locale);
  }
}
