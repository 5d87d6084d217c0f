import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Caller, ReaderLocale, RemoteAddress, type CurrentUser } from '../../../platform/http/access.js';
import { Answers } from '../../../platform/http/answers.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { AlertDetailQuery } from '../application/alert-detail.query.js';
import { TakeAlertSteps, type AlertStepsTaken } from '../application/take-alert-steps.js';
import { AcknowledgeInput, AlertStepsResult, AnswerInput, OnSiteInput, SuspensionInput } from './alert-steps.dto.js';
import { AlertDetail } from './alerts.dto.js';

@ApiTags('alerts')
@Controller('alerts')
export class AlertStepsController {
  constructor(
    private readonly steps: TakeAlertSteps,
    private readonly details: AlertDetailQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  @Post('acknowledge')
  @Allow('alerts.answer')
  @Answers(AlertStepsResult)
  async acknowledge(
    @Caller() user: CurrentUser,
    @Body({ schema: AcknowledgeInput }) { alerts }: AcknowledgeInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<AlertStepsResult> {
    return this.view(await this.steps.run(user, alerts, { action: 'acknowledge' }, address), locale);
  }

  @Post('answer')
  @Allow('alerts.answer')
  @Answers(AlertStepsResult)
  async answer(
    @Caller() user: CurrentUser,
    @Body({ schema: AnswerInput }) { alerts, answer, text }: AnswerInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<AlertStepsResult> {
    return this.view(await this.steps.run(user, alerts, { action: 'answer', answer, text }, address), locale);
  }

  @Post('suspension')
  @Allow('alerts.decide')
  @Answers(AlertStepsResult)
  async suspension(
    @Caller() user: CurrentUser,
    @Body({ schema: SuspensionInput }) { alerts, decision, text }: SuspensionInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<AlertStepsResult> {
    const step = { action: 'decideSuspension', decision, text } as const;
    return this.view(await this.steps.run(user, alerts, step, address), locale);
  }

  @Post('on-site-check')
  @Allow('alerts.decide')
  @Answers(AlertDetail)
  async onSiteCheck(
    @Caller() user: CurrentUser,
    @Body({ schema: OnSiteInput }) { id, version, note }: OnSiteInput,
    @ReaderLocale() locale: Locale,
    @RemoteAddress() address: string,
  ): Promise<AlertDetail> {
    const { refused } = await this.steps.run(user, [{ id, version }], { action: 'recordOnSite', text: note }, address);
    const refusal = refused.get(id);
    if (refusal !== undefined) throw refusal;
    return this.details.run(user, id, locale);
  }

  private view({ done, refused }: AlertStepsTaken, locale: Locale): AlertStepsResult {
    return {
      done: done.map(({ id, state, suspension, version }) => ({ id, state, suspension, version })),
      refused: [...refused].map(([id, error]) => ({
        id,
        code: error.code,
        message: this.catalogue.sentence(error, locale),
      })),
    };
  }
}
