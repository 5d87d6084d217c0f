import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers, AnswersNothing } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { ChannelsQuery } from '../application/channels.query.js';
import { DeliveriesQuery } from '../application/deliveries.query.js';
import { ManageChannels } from '../application/manage-channels.js';
import { TestChannel } from '../application/test-channel.js';
import {
  ChannelChanges,
  ChannelListQuery,
  ChannelPage,
  ChannelView,
  NewChannelInput,
  RemovalQuery,
  TestInput,
} from './channels.dto.js';
import { DeliveryDetail } from './deliveries.dto.js';

/** Ways out of the program. Passwords, keys and whole addresses are taken and never given back. */
@ApiTags('channels')
@Controller('channels')
@Allow('settings.manage')
export class ChannelsController {
  constructor(
    private readonly channels: ChannelsQuery,
    private readonly manage: ManageChannels,
    private readonly test: TestChannel,
    private readonly deliveries: DeliveriesQuery,
  ) {}

  @Get()
  @Answers(ChannelPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: ChannelListQuery }) query: ChannelListQuery,
  ): Promise<ChannelPage> {
    return this.channels.list(user, query);
  }

  @Post()
  @Answers(ChannelView, 201)
  async add(
    @Caller() user: CurrentUser,
    @Body({ schema: NewChannelInput }) form: NewChannelInput,
    @RemoteAddress() address: string,
  ): Promise<ChannelView> {
    return this.channels.one(user, await this.manage.add(user, form, address));
  }

  @Get(':id')
  @Answers(ChannelView)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<ChannelView> {
    return this.channels.one(user, id);
  }

  @Put(':id')
  @Answers(ChannelView)
  async change(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChannelChanges }) form: ChannelChanges,
    @RemoteAddress() address: string,
  ): Promise<ChannelView> {
    await this.manage.change(user, id, form, address);
    return this.channels.one(user, id);
  }

  @Delete(':id')
  @AnswersNothing()
  remove(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: RemovalQuery }) { version }: z.output<typeof RemovalQuery>,
    @RemoteAddress() address: string,
  ): Promise<void> {
    return this.manage.remove(user, id, version, address);
  }

  /** The answer is the delivery, whose state soon says whether it was sent. */
  @Post(':id/test')
  @Answers(DeliveryDetail, 202)
  async try(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: TestInput }) input: TestInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<DeliveryDetail> {
    return this.deliveries.one(user, await this.test.run(user, id, input, locale, address), locale);
  }
}
