import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { NotificationRepository } from '../persistence/notification.repository.js';

const KEPT_MS = 365 * 24 * 60 * 60 * 1000;

/** Deletes what was told more than a year ago, read or not. */
@Injectable()
export class PurgeNotifications {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.uow.run((manager) => this.notifications.removeBefore(manager, this.clock.later(-KEPT_MS)));
  }
}
