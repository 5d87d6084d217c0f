import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { ApiToken } from './api-token.entity.js';

@Injectable()
export class ApiTokenRepository {
  byId(manager: EntityManager, id: string): Promise<ApiToken | null> {
    return manager.findOneBy(ApiToken, { id });
  }

  byName(manager: EntityManager, name: string): Promise<ApiToken | null> {
    return manager.findOneBy(ApiToken, { name });
  }

  /** Newest first. */
  all(manager: EntityManager): Promise<ApiToken[]> {
    return manager.find(ApiToken, { order: { createdAt: 'DESC', id: 'DESC' } });
  }

  /** Those that a person has made and that are not revoked. */
  goodBy(manager: EntityManager, createdBy: string): Promise<ApiToken[]> {
    return manager.find(ApiToken, { where: { createdBy, revokedAt: IsNull() }, order: { id: 'ASC' } });
  }

  async add(manager: EntityManager, token: ApiToken): Promise<void> {
    await manager.insert(ApiToken, token as QueryDeepPartialEntity<ApiToken>);
  }

  /** @returns false where it was revoked before */
  async revoke(manager: EntityManager, id: string, revokedAt: string, revokedBy: string): Promise<boolean> {
    const { affected } = await manager.update(ApiToken, { id, revokedAt: IsNull() }, { revokedAt, revokedBy });
    return affected === 1;
  }

  /** Without effect where a use not before `since` is known. */
  async noteUse(manager: EntityManager, id: string, lastUsedAt: string, since: string): Promise<void> {
    const earlier = [
      { id, lastUsedAt: IsNull() },
      { id, lastUsedAt: LessThanOrEqual(since) },
    ];
    for (const where of earlier) await manager.update(ApiToken, where, { lastUsedAt });
  }
}
