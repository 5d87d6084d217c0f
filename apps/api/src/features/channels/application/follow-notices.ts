import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { noticesTold, type ToldNotice } from '../../notifications/index.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { Outbox } from './outbox.js';
import { WriteMails } from './write-mails.js';
import { WritePosts } from './write-posts.js';

/** What people are told in the program leaves it as well, by the channels that there are. */
@Injectable()
export class FollowNotices implements OnModuleInit {
  constructor(
    private readonly events: DomainEvents,
    private readonly channels: ChannelRepository,
    private readonly mails: WriteMails,
    private readonly posts: WritePosts,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(noticesTold, (manager, { notices }) => this.follow(manager, notices));
  }

  private async follow(manager: EntityManager, notices: readonly ToldNotice[]): Promise<void> {
    const channels = await this.channels.active(manager);
    const server = channels.find(({ kind }) => kind === 'email');
    const posted = channels.filter(({ kind }) => kind !== 'email');
    const mails = server === undefined ? [] : await this.mails.run(manager, server, notices);
    const posts = posted.length === 0 ? [] : await this.posts.run(manager, posted, notices);
    await this.outbox.put(manager, [...mails, ...posts]);
  }
}
