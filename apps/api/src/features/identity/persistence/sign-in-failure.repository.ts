import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { upsertRows } from '../../../platform/database/bulk-write.js';
import { SignInFailure } from './sign-in-failure.entity.js';

@Injectable()
export class SignInFailureRepository {
  byUsername(manager: EntityManager, username: string): Promise<SignInFailure | null> {
    return manager.findOneBy(SignInFailure, { username });
  }

  byUsernames(manager: EntityManager, usernames: readonly string[]): Promise<SignInFailure[]> {
    return manager.findBy(SignInFailure, { username: In([...usernames]) });
  }

  /**
   * The row of a name, made with no failures where there is none, and held until the transaction ends: guesses made at
   * once are counted one after the other, also the first ones.
   */
  async hold(manager: EntityManager, username: string, now: string): Promise<SignInFailure> {
    const none = Object.assign(new SignInFailure(), { username, failures: 0, lastFailedAt: now, lockedUntil: null });
    await upsertRows(manager, SignInFailure, [none], ['username'], ['username']);
    return (await this.byUsername(manager, username)) ?? none;
  }

  async put(manager: EntityManager, failure: SignInFailure): Promise<void> {
    await upsertRows(manager, SignInFailure, [failure], ['username']);
  }

  /** @returns false where nothing was counted */
  async remove(manager: EntityManager, username: string): Promise<boolean> {
    const { affected } = await manager.delete(SignInFailure, { username });
    return affected === 1;
  }

  async removeBefore(manager: EntityManager, instant: string): Promise<void> {
    await manager.delete(SignInFailure, { lastFailedAt: LessThan(instant) });
  }
}
