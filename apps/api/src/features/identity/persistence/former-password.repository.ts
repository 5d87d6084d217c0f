import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { newId } from '../../../platform/runtime/ids.js';
import { FormerPassword } from './former-password.entity.js';

@Injectable()
export class FormerPasswordRepository {
  /** Newest first. */
  of(manager: EntityManager, userId: string): Promise<FormerPassword[]> {
    return manager.find(FormerPassword, { where: { userId }, order: { replacedAt: 'DESC', id: 'DESC' } });
  }

  /** Adds one and keeps only the newest `keep`. */
  async add(manager: EntityManager, userId: string, passwordHash: string, at: string, keep: number): Promise<void> {
    await manager.insert(FormerPassword, { id: newId(), userId, passwordHash, replacedAt: at });
    const surplus = (await this.of(manager, userId)).slice(keep);
    if (surplus.length > 0) await manager.delete(FormerPassword, { id: In(surplus.map(({ id }) => id)) });
  }
}
