import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../../platform/runtime/clock.js';
import { FollowUpRepository } from '../persistence/follow-up.repository.js';
import { Rectification, type RectificationClosing } from '../persistence/rectification.entity.js';

/** Ends a rectification that is held (销号). */
@Injectable()
export class EndRectification {
  constructor(
    private readonly rows: FollowUpRepository,
    private readonly clock: Clock,
  ) {}

  /** @param change what else changes with it */
  run(
    manager: EntityManager,
    row: Rectification,
    closing: RectificationClosing,
    change: Partial<Rectification>,
  ): Promise<Rectification> {
    return this.rows.change(manager, Rectification, row, {
      ...change,
      state: closing === 'waived' ? 'waived' : 'closed',
      closing,
      closedAt: this.clock.now(),
    });
  }
}
