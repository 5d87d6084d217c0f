import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { MarkRead } from '../application/mark-read.js';
import { NotificationPageQuery } from '../application/notification-page.query.js';
import { NotificationFilter, NotificationPage, ReadInput, UnreadCount } from './notifications.dto.js';

/** Everybody's own, whatever their roles. */
@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(
    private readonly query: NotificationPageQuery,
    private readonly markRead: MarkRead,
  ) {}

  @Get()
  @Allow()
  @Answers(NotificationPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: NotificationFilter }) filter: NotificationFilter,
    @ReaderLocale() locale: Locale,
  ): Promise<NotificationPage> {
    return this.query.run(user, filter, locale);
  }

  @Post('read')
  @Allow()
  @Answers(UnreadCount)
  read(@Caller() user: CurrentUser, @Body({ schema: ReadInput }) input: ReadInput): Promise<UnreadCount> {
    return this.markRead.run(user, input);
  }
}
