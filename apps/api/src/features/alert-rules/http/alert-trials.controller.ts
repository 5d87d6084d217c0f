import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { Id } from '../../../platform/http/fields.dto.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { JobAccepted } from '../../jobs/index.js';
import { AlertTrialAlertsOf } from '../application/alert-trial-alerts.query.js';
import { AlertTrialsQuery } from '../application/alert-trials.query.js';
import { RequestAlertTrial } from '../application/request-alert-trial.js';
import {
  AlertTrialAlertPage,
  AlertTrialAlertsQuery,
  AlertTrialInput,
  AlertTrialList,
  AlertTrialView,
} from './alert-trials.dto.js';

@ApiTags('alert-rules')
@Controller('alert-rules/trials')
export class AlertTrialsController {
  constructor(
    private readonly request: RequestAlertTrial,
    private readonly trials: AlertTrialsQuery,
    private readonly alertsOf: AlertTrialAlertsOf,
  ) {}

  @Get()
  @Allow('rules.manage')
  @Answers(AlertTrialList)
  list(@Caller() user: CurrentUser): Promise<AlertTrialList> {
    return this.trials.list(user);
  }

  @Post()
  @Allow('rules.manage')
  @Answers(JobAccepted, 202)
  tryRules(
    @Caller() user: CurrentUser,
    @Body({ schema: AlertTrialInput }) input: AlertTrialInput,
    @RemoteAddress() address: string,
  ): Promise<z.output<typeof JobAccepted>> {
    return this.request.run(user, input, address);
  }

  @Get(':id')
  @Allow('rules.manage')
  @Answers(AlertTrialView)
  one(@Caller() user: CurrentUser, @Param('id', { schema: Id }) id: string): Promise<AlertTrialView> {
    return this.trials.one(user, id);
  }

  @Get(':id/alerts')
  @Allow('rules.manage')
  @Answers(AlertTrialAlertPage)
  alerts(
    @Caller() user: CurrentUser,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: AlertTrialAlertsQuery }) query: AlertTrialAlertsQuery,
    @ReaderLocale() locale: Locale,
  ): Promise<AlertTrialAlertPage> {
    return this.alertsOf.run(user, id, query, locale);
  }
}
