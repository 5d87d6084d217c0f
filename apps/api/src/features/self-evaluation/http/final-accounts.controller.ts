import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Year } from '../../../platform/http/fields.dto.js';
import { readWholeUpload } from '../../../platform/http/read-upload.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { accountsDelivery } from '../application/accounts-delivery.js';
import { FinalAccountsQuery } from '../application/final-accounts.query.js';
import { readAccountFile } from '../application/account-file/read-account-file.js';
import { TakeFinalAccounts } from '../application/take-final-accounts.js';
import {
  FinalAccountFileFields,
  FinalAccountPage,
  FinalAccountQuery,
  FinalAccountsInput,
  FinalAccountsResult,
} from './final-accounts.dto.js';

const UPLOAD = {
  schema: {
    type: 'object',
    required: ['file'],
    properties: {
      dryRun: { type: 'string', enum: ['true', 'false'] },
      file: { type: 'string', format: 'binary' },
    },
  },
};

/** 决算: what a year's spending came to in the end, which the execution rate is then scored by. */
@ApiTags('self-evaluation')
@Controller('evaluations/years/:year/final-accounts')
export class FinalAccountsController {
  constructor(
    private readonly query: FinalAccountsQuery,
    private readonly take: TakeFinalAccounts,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(FinalAccountPage)
  list(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Query({ schema: FinalAccountQuery }) query: FinalAccountQuery,
  ): Promise<FinalAccountPage> {
    return this.query.run(user, year, query);
  }

  /** All of it or nothing; with `dryRun` only what would come of it. */
  @Post()
  @Allow('treasury.write')
  @Answers(FinalAccountsResult)
  bring(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: FinalAccountsInput }) input: FinalAccountsInput,
    @RemoteAddress() address: string,
  ): Promise<FinalAccountsResult> {
    return this.take.run(user, accountsDelivery(year, input), { dryRun: input.dryRun }, address);
  }

  /** The same of a file (`.xlsx`, `.csv`). */
  @Post('file')
  @Allow('treasury.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody(UPLOAD)
  @Answers(FinalAccountsResult)
  async file(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Req() request: FastifyRequest,
    @RemoteAddress() address: string,
  ): Promise<FinalAccountsResult> {
    const { fields, files } = await readWholeUpload(request, { fields: FinalAccountFileFields });
    const [file] = files;
    if (file === undefined) throw new DomainError('file-missing');
    const delivery = await readAccountFile(file, year);
    return this.take.run(user, delivery, { dryRun: fields.dryRun === 'true' }, address);
  }
}
