import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_MS = { sent: 90 * DAY_MS, dead: 365 * DAY_MS } as const;
/** At a time, so that nobody waits for it. */
const CHUNK = 500;

/** Removes from the log what was sent more than ninety days ago, and what was given up more than a year ago. */
@Injectable()
export class PurgeDeliveries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const state of ['sent', 'dead'] as const) {
      const before = this.clock.later(-KEPT_MS[state]);
      const removeSome = () => this.uow.run((manager) => this.deliveries.removeEnded(manager, state, before, CHUNK));
      while ((await removeSome()) === CHUNK);
    }
  }
}
