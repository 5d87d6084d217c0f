import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { NOTICE_PAGES } from '../../notifications/index.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { MailSettings, PostSettings } from '../channel-kinds.js';
import type { ChannelListQuery, ChannelPage, ChannelView } from '../http/channels.dto.js';
import type { Channel } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { DeliveryCountsQuery } from '../persistence/delivery-counts.query.js';
import { ChannelAccess } from './channel-access.js';
import { ChannelSecretBox } from './channel-secrets.js';

/** Channels as who manages them sees them, without what nobody may see. */
@Injectable()
export class ChannelsQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly channels: ChannelRepository,
    private readonly access: ChannelAccess,
    private readonly organisations: OrganisationRepository,
    private readonly counts: DeliveryCountsQuery,
    private readonly secrets: ChannelSecretBox,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async list(user: CurrentUser, query: ChannelListQuery): Promise<ChannelPage> {
    const { reader } = this.uow;
    const [rows, total] = await this.channels.page(reader, scopeOf(user, 'settings.manage'), query);
    const items = await this.views(reader, rows);
    return {
      items,
      total,
      secretsReady: this.secrets.isReady,
      topics: ROBOT_TOPICS,
      linksReady: this.config.publicUrl !== null,
    };
  }

  /** @throws DomainError `not-found` */
  async one(user: CurrentUser, id: string): Promise<ChannelView> {
    const { reader } = this.uow;
    const { channel } = await this.access.require(reader, user, id);
    const [view] = await this.views(reader, [channel]);
    return view as ChannelView;
  }

  private async views(manager: EntityManager, rows: readonly Channel[]): Promise<ChannelView[]> {
    const places = await this.organisations.byIds(rows.map(({ organisationId }) => organisationId));
    const counts = await this.counts.of(
      manager,
      rows.map(({ id }) => id),
    );
    return rows.map((channel) => {
      const { id, kind, name, organisationId, active, settings, failures, retryAt, version } = channel;
      const count = counts.get(id);
      return {
        id,
        kind,
        name,
        organisationId,
        organisationName: places.get(organisationId)?.name ?? '',
        active,
        mail: kind === 'email' ? (settings as MailSettings) : null,
        post: kind === 'email' ? null : postView(settings as PostSettings),
        secretsReadable: this.secrets.isReadable(channel),
        failures,
        retryAt,
        waiting: count?.waiting ?? 0,
        dead: count?.dead ?? 0,
        lastSentAt: count?.lastSentAt ?? null,
        version,
      };
    });
  }
}

/** What concerns a person's own account goes to no group. */
const ROBOT_TOPICS = NOTICE_PAGES.filter((page) => page !== 'me');

const postView = (settings: PostSettings) => ({
  ...settings,
  topics: settings.topics === null ? null : [...settings.topics],
});
