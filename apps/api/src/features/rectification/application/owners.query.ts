import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { PeopleDirectory, type RoleHolder } from '../../identity/index.js';

/** Who may answer for what a unit has to do: those who put right there, the nearest to the unit first. */
@Injectable()
export class OwnersQuery {
  constructor(private readonly people: PeopleDirectory) {}

  /** @param path of the unit; each person once */
  async of(manager: EntityManager, path: string): Promise<readonly RoleHolder[]> {
    const line = path.split('/').filter((id) => id !== '');
    const holders = await this.people.holders(manager, 'rectifications.write');
    const near = [...line].reverse().flatMap((id) => holders.filter(({ organisationId }) => organisationId === id));
    return [...new Map(near.map((holder) => [holder.username, holder])).values()];
  }

  /** @throws DomainError `owner-not-of-unit` */
  async require(manager: EntityManager, path: string, username: string): Promise<void> {
    const owners = await this.of(manager, path);
    if (!owners.some((owner) => owner.username === username)) throw new DomainError('owner-not-of-unit', { username });
  }
}
