import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { lockOne } from '../../../platform/database/row-locks.js';
import { Organisation, restrictToScope } from '../../organisations/index.js';
import { Channel } from './channel.entity.js';

/** Channels with their organisations; those that were removed are kept for the log and found by id only. */
@Injectable()
export class ChannelRepository {
  byId(manager: EntityManager, id: string): Promise<Channel | null> {
    return manager.findOneBy(Channel, { id });
  }

  byIds(manager: EntityManager, ids: readonly string[]): Promise<Channel[]> {
    return manager.findBy(Channel, { id: In([...ids]) });
  }

  /** One as it is once nobody else changes it. */
  hold(manager: EntityManager, id: string): Promise<Channel | null> {
    return lockOne(manager, Channel, { id }, 'exclusive');
  }

  /** By organisation and name, a page at a time. @param prefixes paths below which the reader manages settings */
  page(
    manager: EntityManager,
    prefixes: readonly string[],
    { page, size }: { readonly page: number; readonly size: number },
  ): Promise<[Channel[], number]> {
    const query = manager
      .createQueryBuilder(Channel, 'channel')
      .innerJoin(Organisation, 'organisation', 'organisation.id = channel.organisationId')
      .where('channel.removedAt is null')
      .orderBy('organisation.path')
      .addOrderBy('channel.name')
      .addOrderBy('channel.id')
      .offset((page - 1) * size)
      .limit(size);
    return restrictToScope(query, 'organisation', prefixes).getManyAndCount();
  }

  /** All that messages go to now. */
  active(manager: EntityManager): Promise<Channel[]> {
    return manager.find(Channel, {
      where: { active: true, removedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** The mail server that there is, switched on or not. */
  mailServer(manager: EntityManager): Promise<Channel | null> {
    return manager.findOneBy(Channel, { kind: 'email', removedAt: IsNull() });
  }

  async add(manager: EntityManager, channel: Channel): Promise<void> {
    await manager.insert(Channel, channel);
  }

  async change(manager: EntityManager, id: string, change: Partial<Omit<Channel, 'id'>>): Promise<void> {
    await manager.update(Channel, { id }, change);
  }
}
