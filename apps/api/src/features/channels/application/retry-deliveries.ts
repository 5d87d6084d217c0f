import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { groupBy } from '../../../platform/runtime/group-by.js';
import { AuditLog } from '../../audit/index.js';
import type { DeliveryRetryInput } from '../http/deliveries.dto.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import { ChannelAccess } from './channel-access.js';
import { PATIENCE_MS } from './outbox.js';

/** Tries again what was given up, with the same ids. */
@Injectable()
export class RetryDeliveries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ChannelAccess,
    private readonly deliveries: DeliveryRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** What was not given up is left as it is. @throws DomainError `not-found` also for a channel that was removed */
  async run(user: CurrentUser, input: DeliveryRetryInput, remoteAddress: string): Promise<number> {
    return this.uow.run(async (manager) => {
      const byChannel = await this.chosen(manager, input);
      let retried = 0;
      for (const [channelId, ids] of byChannel) {
        const { path } = await this.access.require(manager, user, channelId);
        const now = this.clock.now();
        const revived = await this.deliveries.revive(manager, channelId, ids, now, this.clock.later(PATIENCE_MS));
        retried += revived;
        if (revived === 0) continue;
        await this.audit.record(manager, {
          ...actorAt(user, 'settings.manage', path),
          action: 'channels.retry',
          subject: `channel/${channelId}`,
          after: { deliveries: revived },
          remoteAddress,
        });
      }
      return retried;
    });
  }

  /** Ids by their channels; null for all of one. */
  private async chosen(
    manager: EntityManager,
    input: DeliveryRetryInput,
  ): Promise<readonly (readonly [channelId: string, ids: readonly string[] | null])[]> {
    if ('channelId' in input) return [[input.channelId, null]];
    const rows = await this.deliveries.byIds(manager, input.ids);
    if (rows.length < new Set(input.ids).size) throw new DomainError('not-found');
    const groups = groupBy(rows, ({ channelId }) => channelId);
    return [...groups].map(([channelId, own]) => [channelId, own.map(({ id }) => id)] as const);
  }
}
