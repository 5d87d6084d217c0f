import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { AlertRuleVersionsQuery } from '../application/alert-rule-versions.query.js';
import { PublishAlertRules } from '../application/publish-alert-rules.js';
import {
  AlertRulesInForce,
  AlertRuleVersionList,
  PublishAlertRulesInput,
  PublishedAlertRules,
} from './alert-rules.dto.js';

@ApiTags('alert-rules')
@Controller('alert-rules')
export class AlertRulesController {
  constructor(
    private readonly query: AlertRuleVersionsQuery,
    private readonly publishRules: PublishAlertRules,
  ) {}

  /** Whoever may be warned may know by what. */
  @Get('current')
  @Allow('lights.read')
  @Answers(AlertRulesInForce)
  current(): Promise<AlertRulesInForce> {
    return this.query.current();
  }

  @Get()
  @Allow('rules.manage')
  @Answers(AlertRuleVersionList)
  versions(@Caller() user: CurrentUser): Promise<AlertRuleVersionList> {
    return this.query.versions(user);
  }

  @Post()
  @Allow('rules.manage')
  @Answers(PublishedAlertRules, 201)
  publish(
    @Caller() user: CurrentUser,
    @Body({ schema: PublishAlertRulesInput }) input: PublishAlertRulesInput,
    @RemoteAddress() address: string,
  ): Promise<PublishedAlertRules> {
    return this.publishRules.run(user, input, address);
  }
}
