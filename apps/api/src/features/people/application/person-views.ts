import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import {
  AccountRepository,
  isNotOver,
  OrganisationDirectory,
  SignInLocks,
  type UserAccount,
  type UserRole,
} from '../../identity/index.js';
import type { Person, PersonRole } from '../http/people.dto.js';

/** People as an administrator sees them. */
@Injectable()
export class PersonViews {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly accounts: AccountRepository,
    private readonly locks: SignInLocks,
    private readonly organisations: OrganisationDirectory,
  ) {}

  /** In the order of the ids. */
  async of(ids: readonly string[]): Promise<Person[]> {
    if (ids.length === 0) return [];
    const { reader } = this.uow;
    const accounts = new Map((await this.accounts.byIds(reader, ids)).map((account) => [account.id, account]));
    const roles = await this.rolesOf(ids);
    const names = [...accounts.values()].map(({ username }) => username);
    const locked = await this.locks.lockedUntil(reader, names);
    return ids.flatMap((id) => {
      const account = accounts.get(id);
      return account ? [personOf(account, roles.get(id) ?? [], locked.get(account.username) ?? null)] : [];
    });
  }

  /** Roles that are held or will be, by person. */
  async rolesOf(ids: readonly string[]): Promise<ReadonlyMap<string, PersonRole[]>> {
    const today = this.clock.today();
    const found = await this.accounts.rolesOfMany(this.uow.reader, ids);
    const roles = found.filter((role) => isNotOver(role, today));
    const places = await this.organisations.byIds(roles.map(({ organisationId }) => organisationId));
    const byPerson = new Map<string, PersonRole[]>();
    for (const role of roles) {
      const view = roleOf(role, places.get(role.organisationId)?.name ?? '');
      byPerson.set(role.userId, [...(byPerson.get(role.userId) ?? []), view]);
    }
    return byPerson;
  }
}

const roleOf = (role: UserRole, organisationName: string): PersonRole => ({
  id: role.id,
  role: role.role,
  organisationId: role.organisationId,
  organisationName,
  validFrom: role.validFrom,
  validUntil: role.validUntil,
});

const personOf = (account: UserAccount, roles: PersonRole[], lockedUntil: string | null): Person => ({
  id: account.id,
  username: account.username,
  displayName: account.displayName,
  state: account.active ? (lockedUntil === null ? 'active' : 'locked') : 'closed',
  lockedUntil,
  mustChangePassword: account.mustChangePassword,
  lastSignInAt: account.lastSignInAt,
  roles,
});
