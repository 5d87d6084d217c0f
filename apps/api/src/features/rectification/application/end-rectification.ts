import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import type { StepActor } from '../../alerts/index.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { Rectification, type RectificationClosing } from '../persistence/rectification.entity.js';
import { RectifiedAlerts } from './rectified-alerts.js';

/** Ends a rectification that is held, and the alerts with it (销号). */
@Injectable()
export class EndRectification {
  constructor(
    private readonly rows: FollowUpRepository,
    private readonly alerts: RectifiedAlerts,
    private readonly clock: Clock,
  ) {}

  /** @param change what else changes with it @param by left out where the next round's light has ended it */
  async run(
    manager: EntityManager,
    row: Rectification,
    closing: RectificationClosing,
    change: Partial<Rectification>,
    by?: StepActor,
  ): Promise<Rectification> {
    await this.alerts.close(manager, row.id, closing, by, change.message ?? null);
    return this.rows.change(manager, Rectification, row, {
      ...change,
      state: closing === 'waived' ? 'waived' : 'closed',
      closing,
      closedAt: this.clock.now(),
    });
  }
}
