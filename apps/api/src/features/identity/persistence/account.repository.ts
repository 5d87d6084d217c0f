import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { lockRows } from '../../../platform/database/row-locks.js';
import { UserAccount } from './user-account.entity.js';
import { UserRole } from './user-role.entity.js';

@Injectable()
export class AccountRepository {
  byUsername(manager: EntityManager, username: string): Promise<UserAccount | null> {
    return manager.findOneBy(UserAccount, { username });
  }

  async usernames(manager: EntityManager): Promise<readonly string[]> {
    const accounts = await manager.find(UserAccount, { select: { username: true } });
    return accounts.map(({ username }) => username);
  }

  byId(manager: EntityManager, id: string): Promise<UserAccount | null> {
    return manager.findOneBy(UserAccount, { id });
  }

  byIds(manager: EntityManager, ids: readonly string[]): Promise<UserAccount[]> {
    return manager.findBy(UserAccount, { id: In([...ids]) });
  }

  /** Holds accounts until the transaction ends: what is decided by their roles stays true that long. */
  async hold(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await lockRows(manager, 'user_account', ids, 'exclusive');
  }

  /** All that were ever given, also those handed over from a later day on or until an earlier one. */
  rolesOf(manager: EntityManager, userId: string): Promise<UserRole[]> {
    return this.rolesOfMany(manager, [userId]);
  }

  rolesOfMany(manager: EntityManager, userIds: readonly string[]): Promise<UserRole[]> {
    return manager.find(UserRole, { where: { userId: In([...userIds]) }, order: { id: 'ASC' } });
  }

  async addRoles(manager: EntityManager, roles: readonly UserRole[]): Promise<void> {
    if (roles.length > 0) await manager.insert(UserRole, [...roles]);
  }

  async removeRoles(manager: EntityManager, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await manager.delete(UserRole, { id: In([...ids]) });
  }

  async endRoles(manager: EntityManager, ids: readonly string[], validUntil: string): Promise<void> {
    if (ids.length > 0) await manager.update(UserRole, { id: In([...ids]) }, { validUntil });
  }

  async add(manager: EntityManager, account: UserAccount, roles: readonly UserRole[]): Promise<void> {
    await manager.insert(UserAccount, account);
    await this.addRoles(manager, roles);
  }

  async change(
    manager: EntityManager,
    id: string,
    change: Partial<Pick<UserAccount, 'displayName' | 'active' | 'lastSignInAt' | 'lastSignInAddress'>>,
  ): Promise<void> {
    await manager.update(UserAccount, { id }, change);
  }

  async changePassword(
    manager: EntityManager,
    id: string,
    password: Pick<UserAccount, 'passwordHash' | 'passwordChangedAt' | 'mustChangePassword'>,
  ): Promise<void> {
    await manager.update(UserAccount, { id }, password);
  }
}
