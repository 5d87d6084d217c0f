import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { EvaluationListsQuery } from '../application/evaluation-lists.query.js';
import { EvaluationQuery } from '../application/evaluation.query.js';
import { EvaluationSealsQuery } from '../application/evaluation-seals.query.js';
import { SaveEvaluation } from '../application/save-evaluation.js';
import { TakeEvaluationSteps } from '../application/take-evaluation-steps.js';
import { EvaluationSealList } from './evaluation-seals.dto.js';
import {
  EvaluationDetail,
  EvaluationInputBody,
  EvaluationPage,
  EvaluationPreview,
  EvaluationProgress,
  EvaluationProgressQuery,
  EvaluationQueryInput,
  EvaluationStepsInput,
  EvaluationStepsResult,
} from './evaluations.dto.js';
import { stepsView } from './steps-view.js';

/** 绩效自评: points per indicator with the rule that gave each, looked at by unit, department and finance (R30–R40). */
@ApiTags('self-evaluation')
@Controller('evaluations')
export class EvaluationsController {
  constructor(
    private readonly lists: EvaluationListsQuery,
    private readonly query: EvaluationQuery,
    private readonly saveOne: SaveEvaluation,
    private readonly takeSteps: TakeEvaluationSteps,
    private readonly sealsOf: EvaluationSealsQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(EvaluationPage)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: EvaluationQueryInput }) query: EvaluationQueryInput,
  ): Promise<EvaluationPage> {
    return this.lists.page(user, query);
  }

  @Get('progress')
  @Allow('lights.read')
  @Answers(EvaluationProgress)
  progress(
    @Caller() user: CurrentUser,
    @Query({ schema: EvaluationProgressQuery }) query: z.output<typeof EvaluationProgressQuery>,
  ): Promise<EvaluationProgress> {
    return this.lists.progress(user, query);
  }

  @Post('steps')
  @Allow('evaluations.write', 'evaluations.approve', 'evaluations.review', 'evaluations.accept', 'evaluations.manage')
  @Answers(EvaluationStepsResult)
  async steps(
    @Caller() user: CurrentUser,
    @Body({ schema: EvaluationStepsInput }) input: EvaluationStepsInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<EvaluationStepsResult> {
    return stepsView(await this.takeSteps.run(user, input, address), this.catalogue, locale);
  }

  @Get(':id')
  @Allow('lights.read')
  @Answers(EvaluationDetail)
  one(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<EvaluationDetail> {
    return this.query.run(user, id, locale);
  }

  @Put(':id')
  @Allow('evaluations.write')
  @Answers(EvaluationDetail)
  async save(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EvaluationInputBody }) input: EvaluationInputBody,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<EvaluationDetail> {
    await this.saveOne.run(user, id, input, address);
    return this.query.run(user, id, locale);
  }

  /** The scores that this content would have; stores nothing. */
  @Post(':id/preview')
  @Allow('evaluations.write')
  @Answers(EvaluationPreview)
  preview(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: EvaluationInputBody }) input: EvaluationInputBody,
    @ReaderLocale() locale: Locale,
  ): Promise<EvaluationPreview> {
    return this.query.preview(user, id, input, locale);
  }

  @Get(':id/seals')
  @Allow('lights.read')
  @Answers(EvaluationSealList)
  seals(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<EvaluationSealList> {
    return this.sealsOf.run(user, id);
  }
}
