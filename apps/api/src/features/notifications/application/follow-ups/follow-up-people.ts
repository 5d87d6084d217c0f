import type { Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { nearestHolders, PeopleDirectory, type RoleHolder } from '../../../identity/index.js';
import { others } from '../others.js';

/** Who is told of something that is to be put right. */
@Injectable()
export class FollowUpPeople {
  constructor(private readonly people: PeopleDirectory) {}

  /** The person who answers for it; where nobody does, all of the unit who may put it right. */
  async ofUnit(
    manager: EntityManager,
    path: string,
    owner: string | null,
    actor: string,
  ): Promise<readonly RoleHolder[]> {
    const holders = await this.people.holders(manager, 'rectifications.write');
    const own = holders.filter(({ username }) => username === owner);
    return others(own.length > 0 ? own : nearestHolders(holders, path), actor);
  }

  /** The nearest to the unit who may do this. */
  async nearest(
    manager: EntityManager,
    permission: Permission,
    path: string,
    actor: string,
  ): Promise<readonly RoleHolder[]> {
    return others(nearestHolders(await this.people.holders(manager, permission), path), actor);
  }

  /** These people themselves, as far as they still may do one of these things. */
  async named(
    manager: EntityManager,
    anyOf: readonly Permission[],
    usernames: readonly (string | null)[],
    actor: string,
  ): Promise<readonly RoleHolder[]> {
    const found: RoleHolder[] = [];
    for (const permission of anyOf) found.push(...(await this.people.holders(manager, permission)));
    return others(
      found.filter(({ username }) => usernames.includes(username)),
      actor,
    );
  }
}
