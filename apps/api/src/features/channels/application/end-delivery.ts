import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { PENDING, type Delivery } from '../persistence/delivery.entity.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import type { BegunDelivery } from './begin-delivery.js';
import { retryDelay } from './retry-delay.js';
import type { SendOutcome } from './send-message.js';

type Failed = Extract<SendOutcome, { sent: false }>;

/** Stores what became of a try, and when the next one is. */
@Injectable()
export class EndDelivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly channels: ChannelRepository,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async run({ delivery, channel }: BegunDelivery, outcome: SendOutcome): Promise<void> {
    await this.uow.run(async (manager) => {
      const stored = await this.deliveries.hold(manager, delivery.id);
      // Another worker took it for lost and has tried it since: that try counts.
      if (stored?.attempts !== delivery.attempts || !PENDING.includes(stored.state)) return;
      const error = outcome.sent ? null : outcome.error;
      const end = { outcome: outcome.sent ? ('sent' as const) : ('failed' as const), endedAt: this.clock.now(), error };
      await this.deliveries.endAttempt(manager, delivery.id, end);
      if (outcome.sent) await this.sent(manager, stored);
      else await this.failed(manager, stored, outcome);
      if (delivery.purpose !== 'test' || outcome.sent) await this.noteHealth(manager, channel.id, outcome);
    });
  }

  private async sent(manager: EntityManager, { id }: Delivery): Promise<void> {
    await this.deliveries.change(manager, id, { state: 'sent', sentAt: this.clock.now(), error: null });
  }

  private async failed(manager: EntityManager, stored: Delivery, { about, error }: Failed): Promise<void> {
    const dueAt = this.after(stored.attempts);
    const isOver = about === 'final' || stored.purpose === 'test' || dueAt > stored.giveUpAt;
    await this.deliveries.change(manager, stored.id, { state: isOver ? 'dead' : 'failed', dueAt, error });
  }

  /** A channel that is down is asked for one message at a time until it answers again; then all that waits goes. */
  private async noteHealth(manager: EntityManager, channelId: string, outcome: SendOutcome): Promise<void> {
    const isDown = !outcome.sent && outcome.about === 'channel';
    if (!isDown && !(await this.isNotedAsDown(manager, channelId))) return;
    const channel = await this.channels.hold(manager, channelId);
    if (channel === null) return;
    if (isDown) {
      const failures = channel.failures + 1;
      await this.channels.change(manager, channelId, { failures, retryAt: this.after(failures) });
      return;
    }
    await this.channels.change(manager, channelId, { failures: 0, retryAt: null });
    await this.deliveries.hurry(manager, channelId, this.clock.now());
  }

  private async isNotedAsDown(manager: EntityManager, channelId: string): Promise<boolean> {
    return ((await this.channels.byId(manager, channelId))?.failures ?? 0) > 0;
  }

  private after(failures: number): string {
    return this.clock.later(retryDelay(this.config.deliveries.retrySeconds * 1000, failures));
  }
}
