import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import type { AppConfig } from '../../config/app-config.js';
import { APP_CONFIG } from '../../config/config.module.js';
import { JobRegistry } from '../../platform/jobs/job-registry.js';
import { HOUR_MS, MINUTE_MS, RepeatedWork } from '../../platform/jobs/repeated-work.js';
import { AlertRulesModule } from '../alert-rules/index.js';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { BeginDelivery } from './application/begin-delivery.js';
import { ChannelAccess } from './application/channel-access.js';
import { ChannelSecretBox } from './application/channel-secrets.js';
import { ChannelsQuery } from './application/channels.query.js';
import { ComposeMessage } from './application/compose-message.js';
import { DeliveriesQuery } from './application/deliveries.query.js';
import { Deliver } from './application/deliver.js';
import { EndDelivery } from './application/end-delivery.js';
import { FollowNotices } from './application/follow-notices.js';
import { GatherDigests } from './application/gather-digests.js';
import { ManageChannels } from './application/manage-channels.js';
import { NameChannels } from './application/name-channels.js';
import { Outbox } from './application/outbox.js';
import { OwnPreference } from './application/own-preference.js';
import { PurgeDeliveries } from './application/purge-deliveries.js';
import { QuietTime } from './application/quiet-time.js';
import { RetryDeliveries } from './application/retry-deliveries.js';
import { SendDue } from './application/send-due.js';
import { SendMessage } from './application/send-message.js';
import { TestChannel } from './application/test-channel.js';
import { WriteMails } from './application/write-mails.js';
import { WritePosts } from './application/write-posts.js';
import { ChannelsController } from './http/channels.controller.js';
import { DeliveriesController } from './http/deliveries.controller.js';
import { PreferencesController } from './http/preferences.controller.js';
import { DeliverHandler } from './jobs/deliver.handler.js';
import { deliverJob } from './jobs/deliver.jobs.js';
import { ChannelRepository } from './persistence/channel.repository.js';
import { DeliveryCountsQuery } from './persistence/delivery-counts.query.js';
import { DeliveryPageQuery } from './persistence/delivery-page.query.js';
import { DeliveryRepository } from './persistence/delivery.repository.js';
import { DigestRepository } from './persistence/digest.repository.js';
import { PreferenceRepository } from './persistence/preference.repository.js';
import { UnitPathsQuery } from './persistence/unit-paths.query.js';

/** What is due is looked for this often, and more often where a first try is repeated sooner. */
const LONGEST_LOOK_MS = 10_000;

/** What people are told in the program, carried outside. It hears of everything by events, and nothing else knows of it. */
@Module({
  imports: [AlertRulesModule, AuditModule, IdentityModule, NotificationsModule, OrganisationsModule],
  controllers: [ChannelsController, DeliveriesController, PreferencesController],
  providers: [
    BeginDelivery,
    ChannelAccess,
    ChannelRepository,
    ChannelSecretBox,
    ChannelsQuery,
    ComposeMessage,
    DeliveriesQuery,
    Deliver,
    DeliverHandler,
    DeliveryCountsQuery,
    DeliveryPageQuery,
    DeliveryRepository,
    DigestRepository,
    EndDelivery,
    FollowNotices,
    GatherDigests,
    ManageChannels,
    NameChannels,
    Outbox,
    OwnPreference,
    PreferenceRepository,
    PurgeDeliveries,
    QuietTime,
    RetryDeliveries,
    SendDue,
    SendMessage,
    TestChannel,
    UnitPathsQuery,
    WriteMails,
    WritePosts,
  ],
})
export class ChannelsModule implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly handler: DeliverHandler,
    private readonly repeated: RepeatedWork,
    private readonly due: SendDue,
    private readonly digests: GatherDigests,
    private readonly old: PurgeDeliveries,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.registry.declare(deliverJob).register(this.handler);
    const look = Math.min(this.config.deliveries.retrySeconds * 1000, LONGEST_LOOK_MS);
    this.repeated.every(look, 'Sending what is due', () => this.due.run());
    this.repeated.every(5 * MINUTE_MS, 'Gathering digests', () => this.digests.run());
    this.repeated.every(HOUR_MS, 'Removing old deliveries', () => this.old.run());
  }
}
