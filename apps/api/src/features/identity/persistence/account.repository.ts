import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UserAccount } from './user-account.entity.js';
import { UserRole } from './user-role.entity.js';

@Injectable()
export class AccountRepository {
  byUsername(manager: EntityManager, username: string): Promise<UserAccount | null> {
    return manager.findOneBy(UserAccount, { username });
  }

  byId(manager: EntityManager, id: string): Promise<UserAccount | null> {
    return manager.findOneBy(UserAccount, { id });
  }

  rolesOf(manager: EntityManager, userId: string): Promise<UserRole[]> {
    return manager.find(UserRole, { where: { userId }, order: { id: 'ASC' } });
  }

  async add(manager: EntityManager, account: UserAccount, roles: readonly UserRole[]): Promise<void> {
    await manager.insert(UserAccount, account);
    if (roles.length > 0) await manager.insert(UserRole, [...roles]);
  }

  async changePassword(manager: EntityManager, id: string, passwordHash: string): Promise<void> {
    await manager.update(UserAccount, { id }, { passwordHash });
  }
}
