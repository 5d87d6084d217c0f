import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import type { ReadInput, UnreadCount } from '../http/notifications.dto.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import { Notify } from './notify.js';

/** Marks a person's own notifications as read. That somebody has read something is nobody's business: it leaves no audit row. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly notify: Notify,
    private readonly clock: Clock,
  ) {}

  /** Ids of others do nothing. @returns how much is unread still */
  async run({ userId }: CurrentUser, input: ReadInput): Promise<UnreadCount> {
    return this.uow.run(async (manager) => {
      const ids = 'all' in input ? null : input.ids;
      await this.notifications.markRead(manager, userId, ids, this.clock.now());
      // His other open pages count anew.
      this.notify.announce([userId]);
      return { unread: await this.notifications.unreadCount(manager, userId) };
    });
  }
}
