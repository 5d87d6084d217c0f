import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { UnitEvaluationsQuery } from '../application/unit-evaluations.query.js';
import {
  EvaluationUnitList,
  EvaluationUnitsQuery,
  UnitEvaluation,
  UnitEvaluationQuery,
} from './evaluation-units.dto.js';

/** 部门整体: what the self-evaluations of a unit come to by money. */
@ApiTags('self-evaluation')
@Controller('evaluations/units')
export class EvaluationUnitsController {
  constructor(private readonly query: UnitEvaluationsQuery) {}

  @Get()
  @Allow('lights.read')
  @Answers(EvaluationUnitList)
  list(
    @Caller() user: CurrentUser,
    @Query({ schema: EvaluationUnitsQuery }) query: z.output<typeof EvaluationUnitsQuery>,
  ): Promise<EvaluationUnitList> {
    return this.query.list(user, query);
  }

  @Get(':organisationId')
  @Allow('lights.read')
  @Answers(UnitEvaluation)
  one(
    @Caller() user: CurrentUser,
    @Param('organisationId', { schema: Id }) organisationId: string,
    @Query({ schema: UnitEvaluationQuery }) { year }: z.output<typeof UnitEvaluationQuery>,
    @ReaderLocale() locale: Locale,
  ): Promise<UnitEvaluation> {
    return this.query.one(user, { year, organisationId }, locale);
  }
}
