import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { SignInFailure } from '../persistence/sign-in-failure.entity.js';
import { SignInFailureRepository } from '../persistence/sign-in-failure.repository.js';

const MINUTE_MS = 60_000;
const USERNAME_LENGTH = 64;

/**
 * Locks a name after too many wrong passwords, from wherever they came. Kept in the database: it holds over restarts and
 * for all processes.
 */
@Injectable()
export class SignInLocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly failures: SignInFailureRepository,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'lockout'>,
  ) {}

  /**
   * Counts an attempt before the password is looked at, so that many guesses at once do not slip through together; a
   * right one is taken back by `forget`.
   * @throws DomainError `account-locked` with the minutes that are left
   */
  async countAttempt(username: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const key = keyOf(username);
      const before = await this.failures.hold(manager, key, this.clock.now());
      this.refuseLocked(before);
      const failures = this.counts(before) ? before.failures + 1 : 1;
      const isLast = failures >= this.config.lockout.failures;
      const failure = Object.assign(new SignInFailure(), {
        username: key,
        failures,
        lastFailedAt: this.clock.now(),
        lockedUntil: isLast ? this.clock.later(this.lockMs) : null,
      });
      await this.failures.removeBefore(manager, this.clock.later(-this.lockMs));
      await this.failures.put(manager, failure);
    });
  }

  /** @returns false where nothing was counted */
  forget(manager: EntityManager, username: string): Promise<boolean> {
    return this.failures.remove(manager, keyOf(username));
  }

  /** Until when each of the names is locked; names that are not are left out. */
  async lockedUntil(manager: EntityManager, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.failures.byUsernames(manager, usernames.map(keyOf));
    const byKey = new Map(found.map(({ username, lockedUntil }) => [username, lockedUntil]));
    return new Map(
      usernames.flatMap((username) => {
        const until = byKey.get(keyOf(username)) ?? null;
        return until !== null && until > this.clock.now() ? [[username, until] as const] : [];
      }),
    );
  }

  private get lockMs(): number {
    return this.config.lockout.minutes * MINUTE_MS;
  }

  private refuseLocked({ lockedUntil: until }: SignInFailure): void {
    if (until === null || until <= this.clock.now()) return;
    const minutes = Math.ceil((Date.parse(until) - Date.parse(this.clock.now())) / MINUTE_MS);
    throw new DomainError('account-locked', { minutes });
  }

  /** Earlier failures count until as much time has passed as a lock lasts, or the lock that they led to is over. */
  private counts(before: SignInFailure): boolean {
    return before.lockedUntil === null && before.lastFailedAt > this.clock.later(-this.lockMs);
  }
}

const keyOf = (username: string): string => username.toLowerCase().slice(0, USERNAME_LENGTH);
