import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock, startOfChinaDay } from '../../../platform/runtime/clock.js';
import { NotificationRepository } from '../../notifications/index.js';
import type { Channel } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { DigestRepository } from '../persistence/digest.repository.js';
import type { OutgoingMessage } from '../persistence/outgoing-message.entity.js';
import { PreferenceRepository } from '../persistence/preference.repository.js';
import { Outbox } from './outbox.js';

/** At eight in the morning, China time. */
const DIGEST_AT_MS = 8 * 60 * 60 * 1000;

/** Once a day, one e-mail to each person who wants it so, with what he has been told since the last and has not read. */
@Injectable()
export class GatherDigests {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly channels: ChannelRepository,
    private readonly digests: DigestRepository,
    private readonly preferences: PreferenceRepository,
    private readonly notifications: NotificationRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** May run as often as one likes, by any number of processes: what has been gathered waits no more. */
  async run(): Promise<void> {
    const from = new Date(Date.parse(startOfChinaDay(this.clock.today())) + DIGEST_AT_MS).toISOString();
    if (this.clock.now() < from) return;
    const server = (await this.channels.active(this.uow.reader)).find(({ kind }) => kind === 'email');
    if (server === undefined) return;
    for (const userId of await this.digests.recipients(this.uow.reader, from)) {
      await this.uow.run((manager) => this.gather(manager, server, userId));
    }
  }

  private async gather(manager: EntityManager, server: Channel, userId: string): Promise<void> {
    const preference = await this.preferences.hold(manager, userId);
    const waiting = await this.digests.waiting(manager, userId);
    const unread = await this.unreadOf(manager, userId, waiting);
    const newest = new Map(waiting.map((message) => [message.dedupeKey, message]));
    const isWanted = (message: OutgoingMessage): boolean =>
      unread.has(message.dedupeKey) && newest.get(message.dedupeKey) === message;
    await this.digests.remove(manager, idsOf(waiting.filter((message) => !isWanted(message))));
    const wanted = waiting.filter(isWanted);
    if (preference?.email == null || wanted.length === 0) return;
    const { email: address, locale } = preference;
    const draft = { channel: server, recipientId: userId, address, locale, purpose: 'digest', notices: [] } as const;
    const [deliveryId = ''] = await this.outbox.put(manager, [draft]);
    await this.digests.assign(manager, idsOf(wanted), deliveryId);
  }

  /** What has been read in the program meanwhile is no news. */
  private unreadOf(
    manager: EntityManager,
    userId: string,
    waiting: readonly OutgoingMessage[],
  ): Promise<ReadonlySet<string>> {
    const keys = waiting.map(({ dedupeKey }) => dedupeKey);
    return this.notifications.unreadKeys(manager, userId, keys);
  }
}

const idsOf = (messages: readonly OutgoingMessage[]): readonly string[] => messages.map(({ id }) => id);
