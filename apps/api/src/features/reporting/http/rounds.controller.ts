import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Month, Year } from '../../../platform/http/fields.dto.js';
import { AdoptTargets } from '../application/adopt-targets.js';
import { OpenRound } from '../application/open-round.js';
import { RoundsQuery } from '../application/rounds.query.js';
import { SaveBulkReports } from '../application/save-bulk-reports.js';
import {
  AdoptedTargets,
  AdoptTargetsInput,
  BulkReportInput,
  BulkReportResult,
  OpenedRound,
  RoundInput,
  RoundList,
  RoundQuery,
} from './reporting.dto.js';

@ApiTags('reporting')
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly query: RoundsQuery,
    private readonly openRound: OpenRound,
    private readonly saveBulk: SaveBulkReports,
    private readonly adopt: AdoptTargets,
  ) {}

  @Get()
  @Allow()
  @Answers(RoundList)
  list(@Query({ schema: RoundQuery }) { year }: z.output<typeof RoundQuery>): Promise<z.output<typeof RoundList>> {
    return this.query.run(year);
  }

  @Post()
  @Allow('rounds.manage')
  @Answers(OpenedRound, 201)
  open(
    @Caller() user: CurrentUser,
    @Body({ schema: RoundInput }) input: RoundInput,
    @RemoteAddress() address: string,
  ): Promise<OpenedRound> {
    return this.openRound.run(user, input, address);
  }

  @Post(':year/:month/adopted-targets')
  @Allow('rounds.manage')
  @Answers(AdoptedTargets)
  adoptTargets(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: AdoptTargetsInput }) input: AdoptTargetsInput,
    @RemoteAddress() address: string,
  ): Promise<AdoptedTargets> {
    return this.adopt.run(user, { year, month }, input, address);
  }

  @Post(':year/:month/reports')
  @Allow('reports.write')
  @Answers(BulkReportResult)
  bulk(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Param('month', { schema: Month }) month: number,
    @Body({ schema: BulkReportInput }) input: BulkReportInput,
    @RemoteAddress() address: string,
  ): Promise<BulkReportResult> {
    return this.saveBulk.run(user, { year, month }, input, address);
  }
}
