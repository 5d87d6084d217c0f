import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationRepository } from '../../organisations/index.js';
import type { Channel } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';

/** A channel with the path of its organisation. */
export interface PlacedChannel {
  readonly channel: Channel;
  readonly path: string;
}

/** Whose channels a person may see and change: those of organisations at which he manages settings. */
@Injectable()
export class ChannelAccess {
  constructor(
    private readonly channels: ChannelRepository,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** One that was not removed. @throws DomainError `not-found`, also for one out of reach */
  async require(manager: EntityManager, user: CurrentUser, id: string): Promise<PlacedChannel> {
    const placed = await this.find(manager, user, id);
    if (placed.channel.removedAt !== null) throw new DomainError('not-found');
    return placed;
  }

  /** The same also for one that was removed: its log stays. */
  find(manager: EntityManager, user: CurrentUser, id: string): Promise<PlacedChannel> {
    return this.channels.byId(manager, id).then((channel) => this.placed(manager, user, channel));
  }

  /** Held for a change. @throws DomainError `not-found`; `channel-changed` where somebody else did since it was read */
  async hold(manager: EntityManager, user: CurrentUser, id: string, version: number): Promise<PlacedChannel> {
    const placed = await this.placed(manager, user, await this.channels.hold(manager, id));
    if (placed.channel.removedAt !== null) throw new DomainError('not-found');
    if (placed.channel.version !== version) throw new DomainError('channel-changed');
    return placed;
  }

  private async placed(manager: EntityManager, user: CurrentUser, channel: Channel | null): Promise<PlacedChannel> {
    const path = channel === null ? undefined : (await this.organisations.byId(channel.organisationId, manager))?.path;
    if (channel === null || path === undefined || !holdsAt(user, 'settings.manage', path)) {
      throw new DomainError('not-found');
    }
    return { channel, path };
  }
}
