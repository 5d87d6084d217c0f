import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { StepApprovals } from '../application/step-approvals.js';
import { TargetApprovalsQuery } from '../application/target-approvals.query.js';
import { TargetRemarksQuery } from '../application/target-remarks.query.js';
import {
  ApprovalStepInput,
  ApprovalStepResult,
  TargetApprovalPage,
  TargetApprovalQueryInput,
} from './target-approvals.dto.js';
import { RemarkList } from './targets.dto.js';

/** The review and approval of targets before the year's first round (审核, 批复). */
@ApiTags('targets')
@Controller()
export class TargetApprovalsController {
  constructor(
    private readonly list: TargetApprovalsQuery,
    private readonly remarksQuery: TargetRemarksQuery,
    private readonly stepApprovals: StepApprovals,
  ) {}

  @Get('target-approvals')
  @Allow('lights.read')
  @Answers(TargetApprovalPage)
  page(
    @Caller() user: CurrentUser,
    @Query({ schema: TargetApprovalQueryInput }) query: TargetApprovalQueryInput,
  ): Promise<TargetApprovalPage> {
    return this.list.run(user, query);
  }

  /** Each project on its own: what is refused is told beside what is done. */
  @Post('target-approvals')
  @Allow('targets.review', 'targets.approve')
  @Answers(ApprovalStepResult)
  step(
    @Caller() user: CurrentUser,
    @Body({ schema: ApprovalStepInput }) input: ApprovalStepInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<ApprovalStepResult> {
    return this.stepApprovals.run(user, input, locale, address);
  }

  @Get('projects/:id/target-remarks')
  @Allow('lights.read')
  @Answers(RemarkList)
  remarks(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @ReaderLocale() locale: Locale,
  ): Promise<z.output<typeof RemarkList>> {
    return this.remarksQuery.run(user, id, locale);
  }
}
