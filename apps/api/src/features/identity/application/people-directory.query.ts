import { permissionsOf, ROLES, type Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';

/** Somebody who may do something at an organisation and everywhere below it. */
export interface RoleHolder {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string;
}

/** Who may do what where, for slices that have to name or tell the people responsible. */
@Injectable()
export class PeopleDirectory {
  /** All people who may still sign in and hold the permission anywhere, by one query; each once per organisation. */
  async holders(manager: EntityManager, permission: Permission): Promise<readonly RoleHolder[]> {
    const roles = ROLES.filter((role) => permissionsOf(role).includes(permission));
    const sql = `
      select distinct a.id as userId, a.username as username, a.display_name as displayName,
             r.organisation_id as organisationId
      from user_account a join user_role r on r.user_id = a.id
      where a.active = ? and r.role in (${placeholders(roles.length)})
      order by a.username, r.organisation_id`;
    return manager.query<RoleHolder[]>(sql, [1, ...roles]);
  }
}

/**
 * Who is responsible for a unit: those at the unit itself, else at the nearest organisation above it that has anybody.
 * @param path ids from the root to the unit, `/id/id/`
 */
export function nearestHolders(holders: readonly RoleHolder[], path: string): readonly RoleHolder[] {
  const upwards = path.split('/').reverse();
  const nearest = upwards.find((id) => holders.some(({ organisationId }) => organisationId === id));
  return nearest === undefined ? [] : holders.filter(({ organisationId }) => organisationId === nearest);
}
