import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { OpenSupervision } from '../application/open-supervision.js';
import { StepSupervision } from '../application/step-supervision.js';
import { SupervisionsQuery } from '../application/supervisions.query.js';
import {
  SupervisionDetail,
  SupervisionInput,
  SupervisionPage,
  SupervisionQuery,
  SupervisionStepInput,
} from './supervisions.dto.js';

/** 督办: what a leader or finance wants done, by whom and by when. */
@ApiTags('rectification')
@Controller('supervisions')
export class SupervisionsController {
  constructor(
    private readonly query: SupervisionsQuery,
    private readonly open: OpenSupervision,
    private readonly stepOne: StepSupervision,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(SupervisionPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: SupervisionQuery }) query: SupervisionQuery,
  ): Promise<SupervisionPage> {
    return this.query.page(user, query);
  }

  @Post()
  @Allow('comments.write', 'alerts.decide')
  @Answers(SupervisionDetail, 201)
  async add(
    @Caller() user: CurrentUser,
    @Body({ schema: SupervisionInput }) input: SupervisionInput,
    @RemoteAddress() address: string,
  ): Promise<SupervisionDetail> {
    return this.query.one(user, await this.open.run(user, input, address));
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(SupervisionDetail)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<SupervisionDetail> {
    return this.query.one(user, id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('rectifications.write', 'comments.write', 'alerts.decide')
  @Answers(SupervisionDetail)
  async step(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SupervisionStepInput }) input: SupervisionStepInput,
    @RemoteAddress() address: string,
  ): Promise<SupervisionDetail> {
    await this.stepOne.run(user, id, input, address);
    return this.query.one(user, id);
  }
}
