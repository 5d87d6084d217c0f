import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { NameUnit } from '../application/name-unit.js';
import { NamingsQuery } from '../application/namings.query.js';
import { NamingInput, NamingPage, NamingQuery, NamingStepInput, NamingView } from './named-units.dto.js';

/** The list of units for 通报 and 约谈. */
@ApiTags('rectification')
@Controller('named-units')
export class NamedUnitsController {
  constructor(
    private readonly query: NamingsQuery,
    private readonly nameUnit: NameUnit,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(NamingPage)
  list(@Caller() user: CurrentUser, @Query({ schema: NamingQuery }) query: NamingQuery): Promise<NamingPage> {
    return this.query.page(user, query);
  }

  @Post()
  @Allow('measures.propose')
  @Answers(NamingView, 201)
  async propose(
    @Caller() user: CurrentUser,
    @Body({ schema: NamingInput }) input: NamingInput,
    @RemoteAddress() address: string,
  ): Promise<NamingView> {
    return this.query.one(user, await this.nameUnit.propose(user, input, address));
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(NamingView)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<NamingView> {
    return this.query.one(user, id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('measures.propose', 'measures.decide')
  @Answers(NamingView)
  async step(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NamingStepInput }) input: NamingStepInput,
    @RemoteAddress() address: string,
  ): Promise<NamingView> {
    await this.nameUnit.step(user, id, input, address);
    return this.query.one(user, id);
  }
}
