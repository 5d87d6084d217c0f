import { permissionsOf, ROLES, type Permission, type Role } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { placeholders } from '../../../platform/database/placeholders.js';
import { Clock } from '../../../platform/runtime/clock.js';

/** Somebody who may do something at an organisation and everywhere below it. */
export interface RoleHolder {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly organisationId: string;
}

/** Somebody who holds a role at an organisation today. */
export interface RoleInForce {
  readonly role: Role;
  readonly organisationId: string;
  readonly displayName: string;
  /** Name of the person whose role it is, where it is held as a deputy. */
  readonly onBehalfOf: string | null;
}

/** Of a role `r`, with the day twice as its parameters. */
const HELD_ON_DAY = '(r.valid_from is null or r.valid_from <= ?) and (r.valid_until is null or r.valid_until >= ?)';

/** Accounts `a` that may still sign in, with their own roles `r`. */
const OWN = `from user_account a join user_role r on r.user_id = a.id where a.active = ? and ${HELD_ON_DAY}`;
const ownOn = (today: string) => [1, today, today];

/** The same with the roles that `p` lends them. Managing people and settings is never lent, and who does so borrows nothing. */
const LENT = `
  from user_delegation d
  join user_account a on a.id = d.to_user_id
  join user_account p on p.id = d.from_user_id
  join user_role r on r.user_id = p.id
  where a.active = ? and p.active = ? and d.ended_at is null and d.from_day <= ? and d.until_day >= ?
    and ${HELD_ON_DAY} and r.role <> 'admin'
    and not exists (
      select 1 from user_role r where r.user_id = a.id and r.role = 'admin' and ${HELD_ON_DAY}
    )`;
const lentOn = (today: string) => [1, 1, today, today, today, today, today, today];

/** Who may do what where, for slices that have to name or tell the people responsible. */
@Injectable()
export class PeopleDirectory {
  constructor(private readonly clock: Clock) {}

  /**
   * All people who may still sign in and hold the permission anywhere today, also as the deputy of another, by one query;
   * each once per organisation.
   */
  holders(manager: EntityManager, permission: Permission): Promise<readonly RoleHolder[]> {
    return this.inRoles(
      manager,
      ROLES.filter((role) => permissionsOf(role).includes(permission)),
    );
  }

  /** The same of all who hold one of the roles. */
  async inRoles(manager: EntityManager, roles: readonly Role[]): Promise<readonly RoleHolder[]> {
    if (roles.length === 0) return [];
    const today = this.clock.today();
    const holder =
      'select a.id as userId, a.username as username, a.display_name as displayName, r.organisation_id as organisationId';
    const among = `and r.role in (${placeholders(roles.length)})`;
    const sql = `${holder} ${OWN} ${among} union ${holder} ${LENT} ${among} order by username, organisationId`;
    return manager.query<RoleHolder[]>(sql, [...ownOn(today), ...roles, ...lentOn(today), ...roles]);
  }

  /** People who hold one of the roles at one of the organisations today, those whose own role it is before their deputies. */
  async holdersAt(
    manager: EntityManager,
    roles: readonly Role[],
    organisationIds: readonly string[],
  ): Promise<readonly RoleInForce[]> {
    if (roles.length === 0 || organisationIds.length === 0) return [];
    const today = this.clock.today();
    const select = (onBehalfOf: string) => `select r.role as role, r.organisation_id as organisationId,
      a.display_name as displayName, a.username as username, ${onBehalfOf} as onBehalfOf`;
    const where = `and r.role in (${placeholders(roles.length)})
      and r.organisation_id in (${placeholders(organisationIds.length)})`;
    const sql = `${select('null')} ${OWN} ${where} union all ${select('p.display_name')} ${LENT} ${where}
      order by onBehalfOf, username`;
    const which = [...roles, ...organisationIds];
    return manager.query<RoleInForce[]>(sql, [...ownOn(today), ...which, ...lentOn(today), ...which]);
  }

  /** Those of them who hold it for the whole county, at the root of the tree. */
  async holdersEverywhere(manager: EntityManager, permission: Permission): Promise<readonly RoleHolder[]> {
    const roots = await manager.query<{ id: string }[]>('select id from organisation where parent_id is null');
    const holders = await this.holders(manager, permission);
    return holders.filter(({ organisationId }) => roots.some(({ id }) => id === organisationId));
  }
}

/**
 * Who is responsible for a unit: those at the unit itself, else at the nearest organisation above it that has anybody.
 * @param path ids from the root to the unit, `/id/id/`
 */
export function nearestHolders<H extends Pick<RoleHolder, 'organisationId'>>(
  holders: readonly H[],
  path: string,
): readonly H[] {
  const upwards = path.split('/').reverse();
  const nearest = upwards.find((id) => holders.some(({ organisationId }) => organisationId === id));
  return nearest === undefined ? [] : holders.filter(({ organisationId }) => organisationId === nearest);
}
