import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { MeasuresQuery } from '../application/measures.query.js';
import { ProposeMeasure } from '../application/propose-measure.js';
import { StepMeasure } from '../application/step-measure.js';
import { MeasureInput, MeasurePage, MeasureQuery, MeasureStepInput, MeasureView } from './budget-measures.dto.js';

/** 结果应用: what finance does with a bad round, decided by another person and posted to the budget (R6). */
@ApiTags('rectification')
@Controller('budget-measures')
export class BudgetMeasuresController {
  constructor(
    private readonly query: MeasuresQuery,
    private readonly proposeOne: ProposeMeasure,
    private readonly stepOne: StepMeasure,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(MeasurePage)
  list(@Caller() user: CurrentUser, @Query({ schema: MeasureQuery }) query: MeasureQuery): Promise<MeasurePage> {
    return this.query.page(user, query);
  }

  @Post()
  @Allow('measures.propose')
  @Answers(MeasureView, 201)
  async propose(
    @Caller() user: CurrentUser,
    @Body({ schema: MeasureInput }) input: MeasureInput,
    @RemoteAddress() address: string,
  ): Promise<MeasureView> {
    return this.query.one(user, await this.proposeOne.run(user, input, address));
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(MeasureView)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<MeasureView> {
    return this.query.one(user, id);
  }

  @Post(':id/steps')
  @HttpCode(200)
  @Allow('measures.propose', 'measures.decide', 'budgets.adjust')
  @Answers(MeasureView)
  async step(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: MeasureStepInput }) input: MeasureStepInput,
    @RemoteAddress() address: string,
  ): Promise<MeasureView> {
    await this.stepOne.run(user, id, input, address);
    return this.query.one(user, id);
  }
}
