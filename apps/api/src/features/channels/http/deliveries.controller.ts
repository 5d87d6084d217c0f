import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DeliveriesQuery } from '../application/deliveries.query.js';
import { RetryDeliveries } from '../application/retry-deliveries.js';
import {
  DeliveryDetail,
  DeliveryFilter,
  DeliveryPage,
  DeliveryRetryInput,
  DeliveryRetryResult,
} from './deliveries.dto.js';

@ApiTags('channels')
@Controller('deliveries')
@Allow('settings.manage')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveriesQuery,
    private readonly retryDead: RetryDeliveries,
  ) {}

  @Get()
  @Answers(DeliveryPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: DeliveryFilter }) filter: DeliveryFilter,
    @ReaderLocale() locale: Locale,
  ): Promise<DeliveryPage> {
    return this.deliveries.list(user, filter, locale);
  }

  @Post('retry')
  @Answers(DeliveryRetryResult)
  async retry(
    @Caller() user: CurrentUser,
    @Body({ schema: DeliveryRetryInput }) input: DeliveryRetryInput,
    @RemoteAddress() address: string,
  ): Promise<DeliveryRetryResult> {
    return { retried: await this.retryDead.run(user, input, address) };
  }

  @Get(':id')
  @Answers(DeliveryDetail)
  one(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<DeliveryDetail> {
    return this.deliveries.one(user, id, locale);
  }
}
