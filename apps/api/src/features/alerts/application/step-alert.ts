import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { chinaDay } from '../../../platform/runtime/clock.js';
import { AlertRuleSets } from '../../alert-rules/index.js';
import { Workdays } from '../../work-calendar/index.js';
import type { AlertStep } from '../persistence/alert-step.entity.js';
import type { Alert } from '../persistence/alert.entity.js';
import type { AlertStepToTake } from './alert-step-to-take.js';
import { stepRow, type StepActor } from './step-row.js';

/** What a step leaves behind: the alert as it is then, and its entry in the history. */
interface StepDone {
  readonly after: Alert;
  readonly step: AlertStep;
}

/** Takes one step with one alert, which may be taken. */
@Injectable()
export class StepAlert {
  constructor(
    private readonly workdays: Workdays,
    private readonly ruleSets: AlertRuleSets,
  ) {}

  run(manager: EntityManager, alert: Alert, taking: AlertStepToTake, by: StepActor, at: string): Promise<StepDone> {
    switch (taking.action) {
      case 'acknowledge':
        return Promise.resolve(acknowledged(alert, by, at));
      case 'answer':
        return this.answered(manager, alert, taking, by, at);
      case 'decideSuspension':
        return this.decided(manager, alert, taking, by, at);
      case 'recordOnSite':
        return Promise.resolve(lookedAtOnSite(alert, taking.text, by, at));
    }
  }

  private async answered(
    manager: EntityManager,
    alert: Alert,
    { answer, text }: Extract<AlertStepToTake, { action: 'answer' }>,
    by: StepActor,
    at: string,
  ): Promise<StepDone> {
    const today = chinaDay(new Date(at));
    const after = {
      ...alert,
      ...acknowledgement(alert, by, at),
      state: 'answered' as const,
      answer,
      answerText: text,
      answeredAt: at,
      answeredBy: by.actor,
      answeredByName: by.actorName,
      responseDays: Math.max(0, await this.workdays.between(manager, alert.raisedOn, today)),
      inTime: alert.deadline !== null && today <= alert.deadline,
      // Nobody is late any more; a suspension that was proposed meanwhile stays for finance to decide.
      escalatesOn: null,
      version: alert.version + 1,
    };
    return { after, step: stepRow(alert.id, 'answered', at, { by, text, params: { answer } }) };
  }

  /** Where a suspension is dropped and nobody has answered yet, the unit has the days of the rules once more. */
  private async decided(
    manager: EntityManager,
    alert: Alert,
    { decision, text }: Extract<AlertStepToTake, { action: 'decideSuspension' }>,
    by: StepActor,
    at: string,
  ): Promise<StepDone> {
    const version = alert.version + 1;
    if (decision === 'confirm') {
      const after = { ...alert, suspension: 'confirmed' as const, version };
      return { after, step: stepRow(alert.id, 'suspension-confirmed', at, { by, text }) };
    }
    const deadline = alert.state === 'open' ? await this.nextDeadline(manager, at) : alert.deadline;
    const escalatesOn = alert.state === 'open' ? deadline : null;
    const after = { ...alert, suspension: 'dropped' as const, deadline, escalatesOn, version };
    return { after, step: stepRow(alert.id, 'suspension-dropped', at, { by, text, params: { deadline } }) };
  }

  private async nextDeadline(manager: EntityManager, at: string): Promise<string> {
    const { set } = await this.ruleSets.current(manager);
    return this.workdays.add(manager, chinaDay(new Date(at)), set.answerDays);
  }
}

/** Who answers without having acknowledged does both. */
const acknowledgement = (alert: Alert, by: StepActor, at: string): Partial<Alert> =>
  alert.acknowledgedAt === null
    ? { acknowledgedAt: at, acknowledgedBy: by.actor, acknowledgedByName: by.actorName }
    : {};

const acknowledged = (alert: Alert, by: StepActor, at: string): StepDone => ({
  after: { ...alert, ...acknowledgement(alert, by, at), version: alert.version + 1 },
  step: stepRow(alert.id, 'acknowledged', at, { by }),
});

const lookedAtOnSite = (alert: Alert, text: string, by: StepActor, at: string): StepDone => ({
  after: { ...alert, onSiteCheck: 'done', onSiteNote: text, version: alert.version + 1 },
  step: stepRow(alert.id, 'on-site-done', at, { by, text }),
});
