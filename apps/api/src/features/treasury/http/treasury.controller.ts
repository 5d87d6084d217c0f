import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DeliveriesQuery } from '../application/deliveries.query.js';
import type { Delivery } from '../application/delivery-types.js';
import { TakeTreasuryFigures } from '../application/take-treasury-figures.js';
import { takenView } from './taken-view.js';
import { TreasuryDeliveryPage, TreasuryDeliveryQuery, TreasuryFiguresInput, TreasuryResult } from './treasury.dto.js';

@ApiTags('treasury')
@Controller('treasury')
export class TreasuryController {
  constructor(
    private readonly take: TakeTreasuryFigures,
    private readonly deliveries: DeliveriesQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Post('figures')
  @Allow('treasury.write')
  @Answers(TreasuryResult)
  async figures(
    @Caller() user: CurrentUser,
    @Body({ schema: TreasuryFiguresInput }) input: TreasuryFiguresInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<TreasuryResult> {
    const options = { allOrNothing: false, dryRun: false };
    return takenView(await this.take.run(user, deliveryOf(input), options, address), this.catalogue, locale);
  }

  @Get('deliveries')
  @Allow('lights.read', 'treasury.write')
  @Answers(TreasuryDeliveryPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: TreasuryDeliveryQuery }) query: TreasuryDeliveryQuery,
  ): Promise<TreasuryDeliveryPage> {
    return this.deliveries.run(user, query);
  }
}

const deliveryOf = ({ year, basis, coverage, source, rows }: TreasuryFiguresInput): Delivery => ({
  year,
  basis,
  coverage: basis === 'monthly' ? (coverage ?? null) : null,
  payments: false,
  channel: 'api',
  sourceName: source?.trim() || null,
  fileSha256: null,
  rows: rows.map(({ code, month, ...given }, index) => ({ at: `rows.${index}`, code, month, given })),
});
