import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { Channel } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { PENDING, type Delivery } from '../persistence/delivery.entity.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import type { OutgoingMessage } from '../persistence/outgoing-message.entity.js';
import { PreferenceRepository } from '../persistence/preference.repository.js';
import { QuietTime } from './quiet-time.js';

/** A try that has begun: its row is stored, and nothing is sent yet. */
export interface BegunDelivery {
  readonly delivery: Delivery;
  readonly channel: Channel;
  readonly messages: readonly OutgoingMessage[];
}

/** Decides whether a message is to be sent now, and notes the try before anything leaves. */
@Injectable()
export class BeginDelivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly channels: ChannelRepository,
    private readonly preferences: PreferenceRepository,
    private readonly quiet: QuietTime,
    private readonly clock: Clock,
  ) {}

  /** @returns null where nothing is to be sent now */
  run(deliveryId: string): Promise<BegunDelivery | null> {
    return this.uow.run(async (manager) => {
      const delivery = await this.deliveries.hold(manager, deliveryId);
      if (delivery === null || !PENDING.includes(delivery.state)) return null;
      const wasCutOff = await this.endCutOff(manager, deliveryId);
      if (!wasCutOff && delivery.dueAt > this.clock.now()) return null;
      const channel = await this.channels.byId(manager, delivery.channelId);
      if (channel === null || (await this.waits(manager, delivery, channel))) return null;
      return this.begin(manager, delivery, channel);
    });
  }

  /** A try that no worker has ended: whether it was sent nobody knows, so it is sent again with the same id. */
  private endCutOff(manager: EntityManager, deliveryId: string): Promise<boolean> {
    return this.deliveries.endAttempt(manager, deliveryId, {
      outcome: 'cutOff',
      endedAt: this.clock.now(),
      error: null,
    });
  }

  /** A channel that is switched off, or down, and quiet hours hold messages back; no test, which somebody waits for. */
  private async waits(manager: EntityManager, { id, purpose }: Delivery, channel: Channel): Promise<boolean> {
    if (purpose === 'test') return false;
    const now = this.clock.now();
    const until = [await this.quiet.end(manager), channel.retryAt ?? now].reduce((a, b) => (a > b ? a : b));
    if (until > now) await this.deliveries.change(manager, id, { dueAt: until });
    return until > now || !channel.active;
  }

  private async begin(manager: EntityManager, delivery: Delivery, channel: Channel): Promise<BegunDelivery> {
    const attempts = delivery.attempts + 1;
    const address = await this.addressOf(manager, delivery);
    await this.deliveries.change(manager, delivery.id, { attempts, address });
    await this.deliveries.beginAttempt(manager, {
      id: newId(),
      deliveryId: delivery.id,
      number: attempts,
      begunAt: this.clock.now(),
      endedAt: null,
      outcome: 'begun',
      error: null,
    });
    const messages = await this.deliveries.messagesOf(manager, delivery.id);
    return { delivery: { ...delivery, attempts, address }, channel, messages };
  }

  /** Where a person wants e-mails now: a wrong address was perhaps put right since. */
  private async addressOf(manager: EntityManager, { recipientId, address }: Delivery): Promise<string | null> {
    const preference = recipientId === null ? null : await this.preferences.of(manager, recipientId);
    return preference?.email ?? address;
  }
}
