import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AlertLife, AlertRepository, type Alert, type StepActor } from '../../alerts/index.js';
import { RoundRepository } from '../../reporting/index.js';
import { RectificationRepository } from '../persistence/rectification.repository.js';
import type { RectificationClosing } from '../persistence/rectification.entity.js';

/** What a rectification has to do with the alerts that it puts right (R27). */
@Injectable()
export class RectifiedAlerts {
  constructor(
    private readonly alerts: AlertRepository,
    private readonly life: AlertLife,
    private readonly rounds: RoundRepository,
    private readonly rectifications: RectificationRepository,
  ) {}

  /**
   * Whether the reader may see their project is the caller's business.
   * @returns the project of the alerts, and the last round that one of them is of
   * @throws DomainError `alerts-needed`, `not-found`, `alerts-of-one-project`
   */
  async require(
    manager: EntityManager,
    alertIds: readonly string[],
  ): Promise<{ readonly projectId: string; readonly roundId: string }> {
    const found = await this.alerts.byIds(manager, [...new Set(alertIds)]);
    const [first] = found;
    if (first === undefined) throw new DomainError(alertIds.length === 0 ? 'alerts-needed' : 'not-found');
    if (found.length < new Set(alertIds).size) throw new DomainError('not-found');
    if (found.some(({ projectId }) => projectId !== first.projectId)) throw new DomainError('alerts-of-one-project');
    return { projectId: first.projectId, roundId: await this.lastRound(manager, found) };
  }

  /** @throws DomainError `alert-closed`, `alert-rectifying` where one of them is put right already */
  async begin(
    manager: EntityManager,
    rectificationId: string,
    alertIds: readonly string[],
    by: StepActor,
  ): Promise<void> {
    const ids = [...new Set(alertIds)];
    const held = await this.alerts.hold(manager, ids);
    if (held.some(({ state }) => state === 'rectifying')) throw new DomainError('alert-rectifying');
    await this.life.beginRectifying(manager, ids, by);
    await this.rectifications.linkAlerts(manager, rectificationId, ids);
  }

  /** @param by left out where the next round's light has ended it */
  async close(
    manager: EntityManager,
    rectificationId: string,
    closing: RectificationClosing,
    by?: StepActor,
    text: string | null = null,
  ): Promise<void> {
    const ids = (await this.rectifications.alertsOf(manager, [rectificationId])).get(rectificationId) ?? [];
    if (ids.length === 0) return;
    await this.life.closeRectified(manager, ids, closing === 'waived' ? 'waived' : 'rectified', by, text);
  }

  private async lastRound(manager: EntityManager, alerts: readonly Alert[]): Promise<string> {
    const rounds = await Promise.all(
      [...new Set(alerts.map(({ roundId }) => roundId))].map((id) => this.rounds.byId(manager, id)),
    );
    const known = rounds.flatMap((round) => round ?? []);
    const [last] = known.sort((a, b) => b.year - a.year || b.month - a.month);
    if (last === undefined) throw new DomainError('not-found');
    return last.id;
  }
}
