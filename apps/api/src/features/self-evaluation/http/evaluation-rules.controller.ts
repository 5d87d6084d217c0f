import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { EvaluationRuleVersionsQuery } from '../application/evaluation-rule-versions.query.js';
import { PublishEvaluationRules } from '../application/publish-evaluation-rules.js';
import {
  EvaluationRulesInForce,
  EvaluationRuleVersionList,
  PublishedEvaluationRules,
  PublishEvaluationRulesInput,
} from './evaluation-rules.dto.js';

@ApiTags('self-evaluation')
@Controller('evaluation-rules')
export class EvaluationRulesController {
  constructor(
    private readonly query: EvaluationRuleVersionsQuery,
    private readonly publishRules: PublishEvaluationRules,
  ) {}

  /** Whoever is scored may know by what. */
  @Get('current')
  @Allow('lights.read')
  @Answers(EvaluationRulesInForce)
  current(): Promise<EvaluationRulesInForce> {
    return this.query.current();
  }

  @Get()
  @Allow('rules.manage')
  @Answers(EvaluationRuleVersionList)
  versions(@Caller() user: CurrentUser): Promise<EvaluationRuleVersionList> {
    return this.query.versions(user);
  }

  @Post()
  @Allow('rules.manage')
  @Answers(PublishedEvaluationRules, 201)
  publish(
    @Caller() user: CurrentUser,
    @Body({ schema: PublishEvaluationRulesInput }) input: PublishEvaluationRulesInput,
    @RemoteAddress() address: string,
  ): Promise<PublishedEvaluationRules> {
    return this.publishRules.run(user, input, address);
  }
}
