import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { Alert } from '../persistence/alert.entity.js';
import { AlertRepository } from '../persistence/alert.repository.js';
import { AlertNews } from './alert-news.js';
import { refOf } from './alert-ref.js';
import { alertsClosed, alertsRaised, alertsStepped } from './alert.events.js';
import type { ChangedAlert } from './changed-alert.js';
import type { Evaluation } from './evaluation.js';
import type { OutcomeList } from './outcome-list.js';

/** Stores what the rules made of some projects, by a few statements, and tells of what people have to know. */
@Injectable()
export class StoreOutcome {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly events: DomainEvents,
    private readonly news: AlertNews,
  ) {}

  async run(
    manager: EntityManager,
    { roundId, raised, changed, steps }: OutcomeList,
    { mode }: Evaluation,
  ): Promise<void> {
    if (raised.length === 0 && changed.length === 0) return;
    await this.alerts.raise(manager, raised);
    await this.alerts.update(
      manager,
      changed.map(({ alert }) => alert),
    );
    await this.alerts.addSteps(manager, steps);
    await this.tellClosed(manager, changed);
    if (mode === 'current') await this.tellOpened(manager, roundId, raised, changed);
    await this.news.tell(manager, [roundId, ...changed.map(({ alert }) => alert.roundId)]);
  }

  private async tellClosed(manager: EntityManager, changed: readonly ChangedAlert[]): Promise<void> {
    const ended = changed.filter(({ what }) => what === 'closed').map(({ alert }) => alert);
    for (const [roundId, own] of groupBy(ended, (alert) => alert.roundId)) {
      const alerts = own.map((alert) => ({ ...refOf(alert), closing: alert.closing ?? ('recovered' as const) }));
      await this.events.publish(manager, alertsClosed({ roundId, alerts }));
    }
  }

  private async tellOpened(
    manager: EntityManager,
    roundId: string,
    raised: readonly Alert[],
    changed: readonly ChangedAlert[],
  ): Promise<void> {
    const now = (what: ChangedAlert['what']): readonly Alert[] =>
      changed.filter((change) => change.what === what).map(({ alert }) => alert);
    const open = [...raised, ...now('reopened')];
    if (open.length > 0) await this.events.publish(manager, alertsRaised({ roundId, alerts: open.map(refOf) }));
    const steps = {
      worsened: now('worsened'),
      'on-site-due': raised.filter(({ onSiteCheck }) => onSiteCheck === 'due'),
    } as const;
    for (const step of ['worsened', 'on-site-due'] as const) {
      const alerts = steps[step].map(refOf);
      if (alerts.length === 0) continue;
      await this.events.publish(manager, alertsStepped({ roundId, step, alerts, actor: null, text: null }));
    }
  }
}
