import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Month, Year } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ReviewQueueQuery } from '../application/review-queue.query.js';
import { ReviewPage, ReviewQuery } from './review.dto.js';

@ApiTags('reporting')
@Controller('rounds/:year/:month/review')
export class ReviewController {
  constructor(private readonly queue: ReviewQueueQuery) {}

  @Get()
  @Allow('reports.approve', 'reports.accept')
  @Answers(ReviewPage)
  list(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Query({ schema: ReviewQuery }) query: ReviewQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<ReviewPage> {
    return this.queue.run(user, { year, month }, query, locale);
  }
}
