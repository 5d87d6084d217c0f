import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { SignInFailure } from './sign-in-failure.entity.js';

type FailureKey = Pick<SignInFailure, 'username' | 'remoteAddress'>;

const KEY = ['username', 'remoteAddress'] as const;

@Injectable()
export class SignInFailureRepository {
  byUsernames(manager: EntityManager, usernames: readonly string[]): Promise<SignInFailure[]> {
    return manager.findBy(SignInFailure, { username: In([...usernames]) });
  }

  /**
   * The row of a name and an address, made with no failures where there is none, and held until the transaction ends:
   * guesses made at once are counted one after the other, also the first ones.
   */
  async hold(manager: EntityManager, key: FailureKey, now: string): Promise<SignInFailure> {
    const none = Object.assign(new SignInFailure(), { ...key, failures: 0, lastFailedAt: now, lockedUntil: null });
    await upsertRows(manager, SignInFailure, [none], KEY, ['username']);
    const { username, remoteAddress } = key;
    return (await manager.findOneBy(SignInFailure, { username, remoteAddress })) ?? none;
  }

  async put(manager: EntityManager, failures: readonly SignInFailure[]): Promise<void> {
    await upsertRows(manager, SignInFailure, failures, KEY);
  }

  async remove(manager: EntityManager, keys: readonly FailureKey[]): Promise<void> {
    for (const { username, remoteAddress } of keys) await manager.delete(SignInFailure, { username, remoteAddress });
  }

  /** @returns false where nothing was counted */
  async removeAllOf(manager: EntityManager, username: string): Promise<boolean> {
    const { affected } = await manager.delete(SignInFailure, { username });
    return (affected ?? 0) > 0;
  }

  async removeBefore(manager: EntityManager, instant: string): Promise<void> {
    await manager.delete(SignInFailure, { lastFailedAt: LessThan(instant) });
  }
}
