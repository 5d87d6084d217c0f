import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { DeliveryDetail, DeliveryFilter, DeliveryPage, DeliveryView } from '../http/deliveries.dto.js';
import { pageOf } from '../../notifications/index.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { DeliveryPageQuery } from '../persistence/delivery-page.query.js';
import { PENDING, type Delivery, type DeliveryError } from '../persistence/delivery.entity.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import { ChannelAccess } from './channel-access.js';

/** The log of what was sent, to whom, and what became of it; not what it said. */
@Injectable()
export class DeliveriesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ChannelAccess,
    private readonly channels: ChannelRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly pages: DeliveryPageQuery,
    private readonly catalogue: MessageCatalogue,
  ) {}

  async list(user: CurrentUser, filter: DeliveryFilter, locale: Locale): Promise<DeliveryPage> {
    const { reader } = this.uow;
    const { ids, total } = await this.pages.run(reader, scopeOf(user, 'settings.manage'), filter);
    const rows = new Map((await this.deliveries.byIds(reader, ids)).map((row) => [row.id, row]));
    const ordered = ids.flatMap((id) => rows.get(id) ?? []);
    return { items: await this.views(reader, ordered, locale), total };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string, locale: Locale): Promise<DeliveryDetail> {
    const { reader } = this.uow;
    const [row] = await this.deliveries.byIds(reader, [id]);
    if (row === undefined) throw new DomainError('not-found');
    await this.access.find(reader, user, row.channelId);
    const [view] = await this.views(reader, [row], locale);
    const log = (await this.deliveries.attemptsOf(reader, id)).map(({ number, begunAt, endedAt, outcome, error }) => ({
      number,
      begunAt,
      endedAt,
      outcome,
      error: this.reason(error, locale),
    }));
    return { ...(view as DeliveryView), log };
  }

  private async views(manager: EntityManager, rows: readonly Delivery[], locale: Locale): Promise<DeliveryView[]> {
    const channelIds = [...new Set(rows.map(({ channelId }) => channelId))];
    const channels = new Map((await this.channels.byIds(manager, channelIds)).map((one) => [one.id, one]));
    const kinds = await this.pages.kindsOf(
      manager,
      rows.map(({ id }) => id),
    );
    const names = await this.pages.namesOf(
      manager,
      rows.flatMap(({ recipientId }) => recipientId ?? []),
    );
    return rows.map((row) => {
      const { id, channelId, address, purpose, state, attempts, createdAt, sentAt } = row;
      const channel = channels.get(channelId);
      const own = kinds.get(id) ?? [];
      return {
        id,
        channelId,
        channelName: channel?.name ?? '',
        channelKind: channel?.kind ?? 'webhook',
        recipientName: row.recipientId === null ? null : (names.get(row.recipientId) ?? null),
        address,
        purpose,
        state,
        attempts,
        topics: [...new Set(own.map(({ kind }) => pageOf(kind)))],
        notices: own.reduce((sum, { count }) => sum + count, 0),
        dueAt: PENDING.includes(state) ? row.dueAt : null,
        createdAt,
        sentAt,
        error: this.reason(row.error, locale),
      };
    });
  }

  private reason(error: DeliveryError | null, locale: Locale): { code: string; message: string } | null {
    return error === null ? null : { code: error.code, message: this.catalogue.sentence(error, locale) };
  }
}
