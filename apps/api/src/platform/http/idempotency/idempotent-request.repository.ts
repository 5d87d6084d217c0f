import { Injectable } from '@nestjs/common';
import { LessThan, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { isUniqueViolation } from '../../database/errors.js';
import { IdempotentRequest } from './idempotent-request.entity.js';

type Values = QueryDeepPartialEntity<IdempotentRequest>;

@Injectable()
export class IdempotentRequestRepository {
  find(manager: EntityManager, caller: string, requestKey: string): Promise<IdempotentRequest | null> {
    return manager.findOneBy(IdempotentRequest, { caller, requestKey });
  }

  /** @returns false where somebody else was first */
  async add(manager: EntityManager, request: IdempotentRequest): Promise<boolean> {
    try {
      await manager.insert(IdempotentRequest, request as Values);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** @returns false where somebody else was first */
  async replace(manager: EntityManager, seen: IdempotentRequest, request: IdempotentRequest): Promise<boolean> {
    const { affected } = await manager.update(
      IdempotentRequest,
      { id: seen.id, claimId: seen.claimId, status: seen.status },
      { ...request, id: seen.id } as Values,
    );
    return affected === 1;
  }

  /** @returns false where the try has been given up for lost and another has taken its place */
  async complete(manager: EntityManager, claimId: string, answer: unknown): Promise<boolean> {
    const { affected } = await manager.update(IdempotentRequest, { claimId, status: 'running' }, {
      status: 'done',
      answer,
    } as Values);
    return affected === 1;
  }

  async drop(manager: EntityManager, claimId: string): Promise<void> {
    await manager.delete(IdempotentRequest, { claimId, status: 'running' });
  }

  async dropOlder(manager: EntityManager, than: string): Promise<void> {
    await manager.delete(IdempotentRequest, { createdAt: LessThan(than) });
  }
}
