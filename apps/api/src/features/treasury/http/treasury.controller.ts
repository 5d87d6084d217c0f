import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Idempotent } from '../../../platform/http/idempotency/idempotent.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { DeliveriesQuery } from '../application/deliveries.query.js';
import type { Delivery } from '../application/delivery-types.js';
import { TakeTreasuryFigures } from '../application/take-treasury-figures.js';
import { readTreasuryFile } from '../application/treasury-file/read-treasury-file.js';
import { figuresView, takenView } from './taken-view.js';
import {
  TreasuryDeliveryPage,
  TreasuryDeliveryQuery,
  TreasuryFiguresInput,
  TreasuryFiguresResult,
  TreasuryFileFields,
  TreasuryResult,
} from './treasury.dto.js';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['year', 'file'],
    properties: {
      year: { type: 'integer' },
      basis: { type: 'string', enum: ['cumulative', 'monthly'] },
      from: { type: 'integer' },
      to: { type: 'integer' },
      dryRun: { type: 'string', enum: ['true', 'false'] },
      file: { type: 'string', format: 'binary' },
    },
  },
};

@ApiTags('treasury')
@Controller('treasury')
export class TreasuryController {
  constructor(
    private readonly take: TakeTreasuryFigures,
    private readonly deliveries: DeliveriesQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  /** Good rows are saved, the others told one by one. */
  @Post('figures')
  @Allow('treasury.write')
  @Idempotent({ required: true })
  @Answers(TreasuryFiguresResult)
  async figures(
    @Caller() user: CurrentUser,
    @Body({ schema: TreasuryFiguresInput }) input: TreasuryFiguresInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<TreasuryFiguresResult> {
    const options = { allOrNothing: false, dryRun: false };
    return figuresView(await this.take.run(user, deliveryOf(input), options, address), this.catalogue, locale);
  }

  /** All of the file or nothing; with `dryRun` only what would come of it, row by row. */
  @Post('file')
  @Allow('treasury.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(TreasuryResult)
  async file(
    @Caller() user: CurrentUser,
    @Req() request: FastifyRequest,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<TreasuryResult> {
    const { fields, files } = await readWholeUpload(request, { fields: TreasuryFileFields });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    const { dryRun, ...choices } = fields;
    const { delivery, ignoredColumns } = await readTreasuryFile(file, { ...choices, channel: 'file' });
    const options = { allOrNothing: true, dryRun: dryRun === 'true' };
    return takenView(await this.take.run(user, delivery, options, address), this.catalogue, locale, ignoredColumns);
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
  channel: 'api',
  sourceName: source?.trim() || null,
  fileSha256: null,
  rows: rows.map(({ code, month, ...given }, index) => ({ at: `rows.${index}`, code, month, given })),
  faults: [],
});
