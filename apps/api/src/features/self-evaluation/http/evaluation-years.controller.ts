import { Body, Controller, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Year } from '../../../platform/http/fields.dto.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { ChangeEvaluationYear } from '../application/change-evaluation-year.js';
import { EvaluationYearsQuery } from '../application/evaluation-years.query.js';
import { OpenEvaluationYear } from '../application/open-evaluation-year.js';
import { EVALUATION_VERIFIERS, VerifyEvaluations } from '../application/verify-evaluations.js';
import { EvaluationVerification } from './evaluation-seals.dto.js';
import {
  ChangeEvaluationYearInput,
  EvaluationYearList,
  EvaluationYearResult,
  OpenEvaluationYearInput,
} from './evaluation-years.dto.js';
import { verificationView } from './verification-view.js';

@ApiTags('self-evaluation')
@Controller('evaluations/years')
export class EvaluationYearsController {
  constructor(
    private readonly query: EvaluationYearsQuery,
    private readonly openYear: OpenEvaluationYear,
    private readonly changeYear: ChangeEvaluationYear,
    private readonly verifyYear: VerifyEvaluations,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Get()
  @Allow('lights.read')
  @Answers(EvaluationYearList)
  list(@Caller() user: CurrentUser): Promise<EvaluationYearList> {
    return this.query.run(user);
  }

  @Post()
  @Allow('evaluations.manage')
  @Answers(EvaluationYearResult, 201)
  open(
    @Caller() user: CurrentUser,
    @Body({ schema: OpenEvaluationYearInput }) input: OpenEvaluationYearInput,
    @RemoteAddress() address: string,
  ): Promise<EvaluationYearResult> {
    return this.openYear.run(user, input, address);
  }

  @Patch(':year')
  @Allow('evaluations.manage')
  @Answers(EvaluationYearResult)
  change(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: ChangeEvaluationYearInput }) input: ChangeEvaluationYearInput,
    @RemoteAddress() address: string,
  ): Promise<EvaluationYearResult> {
    return this.changeYear.run(user, year, input, address);
  }

  /** Computes every sealed score of the year again and compares it with the rows. */
  @Post(':year/verification')
  @Allow(...EVALUATION_VERIFIERS)
  @Answers(EvaluationVerification)
  async verify(
    @Caller() user: CurrentUser,
    @Param('year', { schema: Year }) year: number,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<EvaluationVerification> {
    return verificationView(await this.verifyYear.byPerson(user, year, address), this.catalogue, locale);
  }
}
