import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { AlertRepository, alertsClosed, alertsRaised, alertsStepped, type AlertRef } from '../../alerts/index.js';
import { tellAlertRoundJob, tellAlertRoundKey } from '../jobs/tell-alert-round.job.js';
import { alertNoticeAbout } from './alert-notices.js';
import { Notify, noticeKey } from './notify.js';

/** Notices that wait for an answer. */
const AWAITING = ['alert-raised', 'alert-escalated', 'alert-worsened', 'alert-suspension-proposed'] as const;

/**
 * Has people told of alerts by a job of its own, which gathers what one person is to hear: a round brings thousands of them
 * in many transactions. What is answered or closed waits for nobody any more.
 */
@Injectable()
export class FollowAlerts implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly queue: JobQueue,
    private readonly alerts: AlertRepository,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(alertsRaised, (manager, { roundId }) => this.ask(manager, roundId));

    this.events.subscribe(alertsStepped, async (manager, { roundId, step, alerts }) => {
      if (step === 'answered' || step === 'rectifying') await this.settle(manager, roundId, alerts);
      if (step !== 'acknowledged' && step !== 'rectifying' && step !== 'on-site-done') await this.ask(manager, roundId);
    });

    this.events.subscribe(alertsClosed, (manager, { roundId, alerts }) => this.settle(manager, roundId, alerts));
  }

  private async ask(manager: EntityManager, roundId: string): Promise<void> {
    const payload = { roundId, day: this.clock.today() };
    await this.queue.enqueue(manager, tellAlertRoundJob, payload, { key: tellAlertRoundKey(payload) });
  }

  private async settle(manager: EntityManager, roundId: string, refs: readonly AlertRef[]): Promise<void> {
    const alerts = await this.alerts.byIds(
      manager,
      refs.map(({ id }) => id),
    );
    const keys = alerts.flatMap(({ id, recurrences }) =>
      AWAITING.map((kind) => noticeKey(kind, roundId, alertNoticeAbout({ alertId: id, recurrences }))),
    );
    await this.notify.settle(manager, keys);
  }
}
