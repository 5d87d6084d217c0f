import type { AlertClosing } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { Alert } from '../persistence/alert.entity.js';
import { AlertRepository } from '../persistence/alert.repository.js';
import { AlertNews } from './alert-news.js';
import { refOf } from './alert-ref.js';
import { alertsClosed, alertsStepped } from './alert.events.js';
import { closedBy } from './changed-alert.js';
import { stepRow, type StepActor } from './step-row.js';

/** The steps of an alert that a rectification takes (R27), in the transaction of the rectification. */
@Injectable()
export class AlertLife {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly events: DomainEvents,
    private readonly news: AlertNews,
    private readonly clock: Clock,
  ) {}

  /**
   * What is wrong is being put right: nobody is late with an answer any more. A suspension that was proposed stays so until
   * finance has decided. What is rectifying already stays as it is.
   * @throws DomainError `not-found`; `alert-closed`
   */
  async beginRectifying(manager: EntityManager, alertIds: readonly string[], by: StepActor): Promise<readonly Alert[]> {
    const held = await this.held(manager, alertIds);
    if (held.some(({ state }) => state === 'closed')) throw new DomainError('alert-closed');
    const at = this.clock.now();
    const begun = held
      .filter(({ state }) => state !== 'rectifying')
      .map((alert): Alert => ({ ...alert, state: 'rectifying', escalatesOn: null, version: alert.version + 1 }));
    await this.alerts.update(manager, begun);
    await this.alerts.addSteps(
      manager,
      begun.map(({ id }) => stepRow(id, 'rectifying', at, { by })),
    );
    for (const [roundId, own] of groupBy(begun, (alert) => alert.roundId)) {
      const event = { roundId, step: 'rectifying' as const, alerts: own.map(refOf), actor: by.actor, text: null };
      await this.events.publish(manager, alertsStepped(event));
    }
    await this.news.tell(
      manager,
      begun.map(({ roundId }) => roundId),
    );
    return held.map((alert) => begun.find(({ id }) => id === alert.id) ?? alert);
  }

  /**
   * Closes what was put right, or what finance waived in writing. What is closed already stays as it is.
   * @param by left out where the next round's light did it
   * @throws DomainError `not-found`
   */
  async closeRectified(
    manager: EntityManager,
    alertIds: readonly string[],
    closing: Extract<AlertClosing, 'rectified' | 'waived'>,
    by?: StepActor,
    text: string | null = null,
  ): Promise<void> {
    const open = (await this.held(manager, alertIds)).filter(({ state }) => state !== 'closed');
    const closedAt = this.clock.now();
    const closed = open.map((alert): Alert => ({ ...alert, ...closedBy(alert, closing, closedAt) }));
    await this.alerts.update(manager, closed);
    const said = { text, params: { closing }, ...(by === undefined ? {} : { by }) };
    await this.alerts.addSteps(
      manager,
      closed.map(({ id }) => stepRow(id, 'closed', closedAt, said)),
    );
    for (const [roundId, own] of groupBy(closed, (alert) => alert.roundId)) {
      await this.events.publish(
        manager,
        alertsClosed({ roundId, alerts: own.map((alert) => ({ ...refOf(alert), closing })) }),
      );
    }
    await this.news.tell(
      manager,
      closed.map(({ roundId }) => roundId),
    );
  }

  private async held(manager: EntityManager, alertIds: readonly string[]): Promise<readonly Alert[]> {
    const ids = [...new Set(alertIds)];
    const held = await this.alerts.hold(manager, ids);
    if (held.length < ids.length) throw new DomainError('not-found');
    return held;
  }
}
