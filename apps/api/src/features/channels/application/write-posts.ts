import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganisationRepository } from '../../organisations/index.js';
import { pageOf, type ToldNotice } from '../../notifications/index.js';
import type { PostSettings } from '../channel-kinds.js';
import type { Channel } from '../persistence/channel.entity.js';
import { UnitPathsQuery } from '../persistence/unit-paths.query.js';
import { chunksOf, type Draft } from './outbox.js';

/** Notices that one robot message has: more are not read in a group. */
const MOST = 20;

/**
 * Makes messages of robots and webhooks: each notice once, however many people are told of it, where it is about a unit at or
 * below the channel's organisation, or about the whole county. What is one person's own affair goes to no group.
 */
@Injectable()
export class WritePosts {
  constructor(
    private readonly organisations: OrganisationRepository,
    private readonly paths: UnitPathsQuery,
  ) {}

  async run(
    manager: EntityManager,
    channels: readonly Channel[],
    told: readonly ToldNotice[],
  ): Promise<readonly Draft[]> {
    const notices = [...new Map(told.map((notice) => [notice.dedupeKey, notice])).values()];
    const placeOf = await this.places(manager, notices);
    const homes = await this.organisations.byIds(channels.map(({ organisationId }) => organisationId));
    return channels.flatMap((channel) => {
      const home = homes.get(channel.organisationId)?.path;
      const { topics, locale } = channel.settings as PostSettings;
      const own = notices.filter((notice) => {
        if (home === undefined || (topics !== null && !topics.includes(pageOf(notice.kind)))) return false;
        return notice.forAll || (placeOf(notice)?.startsWith(home) ?? false);
      });
      const post = { channel, recipientId: null, address: null, locale, purpose: 'notices' } as const;
      return chunksOf(own, MOST).map((chunk) => ({ ...post, notices: chunk }));
    });
  }

  /** The path of the unit that a notice is about. */
  private async places(
    manager: EntityManager,
    notices: readonly ToldNotice[],
  ): Promise<(notice: ToldNotice) => string | undefined> {
    const units = await this.paths.ofUnits(manager, present(notices.map(({ unitId }) => unitId)));
    const unplaced = notices.filter(({ unitId }) => unitId === null);
    const projects = await this.paths.ofProjects(manager, present(unplaced.map(({ projectId }) => projectId)));
    return ({ unitId, projectId }) => (unitId === null ? projects.get(projectId ?? '') : units.get(unitId));
  }
}

const present = (ids: readonly (string | null)[]): readonly string[] => ids.filter((id) => id !== null);
