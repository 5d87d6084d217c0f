import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { EVERYWHERE, SignInFailure } from '../persistence/sign-in-failure.entity.js';
import { SignInFailureRepository } from '../persistence/sign-in-failure.repository.js';
import { nameKey } from './name-key.js';
import { SignInTrail, type SignInAttempt } from './sign-in-trail.js';

const MINUTE_MS = 60_000;
const USERNAME_LENGTH = 64;
/** A name as a whole is locked after so many times the failures of one address: else anybody could lock anybody out. */
const STRANGERS = 10;

/** What is counted, and after how many failures it is locked. */
interface Limit {
  readonly username: string;
  readonly remoteAddress: string;
  readonly most: number;
}

/** Its row, which no other transaction changes at the moment. */
interface Held extends Limit {
  readonly before: SignInFailure;
}

/**
 * Locks a name after too many wrong passwords: for the address that they came from, and after many more for all addresses
 * but the one that the person signed in from last. Kept in the database: it holds over restarts and for all processes.
 */
@Injectable()
export class SignInLocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly failures: SignInFailureRepository,
    private readonly trail: SignInTrail,
    @Inject(APP_CONFIG) private readonly config: Pick<AppConfig, 'lockout'>,
  ) {}

  /**
   * Counts an attempt before the password is looked at, so that many guesses at once do not slip through together; a
   * right one is taken back by `takeBack`. The first attempt that a lock refuses is recorded, and no other of it.
   * @param isKnown true where the attempt counts for its address alone
   * @throws DomainError `account-locked` with the minutes that are left
   */
  async countAttempt(attempt: SignInAttempt, isKnown = isFromLastAddress(attempt)): Promise<void> {
    const until = await this.uow.run(async (manager) => {
      const held: Held[] = [];
      for (const limit of this.limitsOf(attempt, isKnown)) {
        held.push({ ...limit, before: await this.failures.hold(manager, limit, this.clock.now()) });
      }
      const locked = held.find(({ before }) => this.isLocked(before));
      if (locked !== undefined) return this.refuse(manager, attempt, locked);
      await this.failures.removeBefore(manager, this.clock.later(-this.lockMs));
      await this.failures.put(
        manager,
        held.map((one) => this.oneMore(one)),
      );
      return null;
    });
    if (until === null) return;
    const minutes = Math.ceil((Date.parse(until) - Date.parse(this.clock.now())) / MINUTE_MS);
    throw new DomainError('account-locked', { minutes });
  }

  /** Forgets the failures of an attempt that went well, and of those that counted together with it. */
  takeBack(manager: EntityManager, attempt: SignInAttempt, isKnown = isFromLastAddress(attempt)): Promise<void> {
    return this.failures.remove(manager, this.limitsOf(attempt, isKnown));
  }

  /** Lifts the locks of a name. @returns false where nothing was counted */
  forget(manager: EntityManager, username: string): Promise<boolean> {
    return this.failures.removeAllOf(manager, keyOf(username));
  }

  /** Until when each of the names is locked, at whatever address; names that are not are left out. */
  async lockedUntil(manager: EntityManager, usernames: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.failures.byUsernames(manager, usernames.map(keyOf));
    const locked = found.filter((failure) => this.isLocked(failure));
    return new Map(
      usernames.flatMap((username) => {
        const ends = locked
          .filter((failure) => failure.username === keyOf(username))
          .map((one) => one.lockedUntil ?? '');
        const last = ends.sort().at(-1);
        return last === undefined ? [] : [[username, last] as const];
      }),
    );
  }

  private limitsOf({ username, remoteAddress }: SignInAttempt, isKnown: boolean): readonly Limit[] {
    const { failures } = this.config.lockout;
    const name = keyOf(username);
    const here = { username: name, remoteAddress, most: failures };
    return isKnown ? [here] : [here, { username: name, remoteAddress: EVERYWHERE, most: failures * STRANGERS }];
  }

  private get lockMs(): number {
    return this.config.lockout.minutes * MINUTE_MS;
  }

  private isLocked({ lockedUntil }: SignInFailure): boolean {
    return lockedUntil !== null && lockedUntil > this.clock.now();
  }

  /** @returns the end of the lock; the failures go on being counted, which tells the first refusal from the others */
  private async refuse(manager: EntityManager, attempt: SignInAttempt, { before, most }: Held): Promise<string | null> {
    if (before.failures === most) await this.trail.refused(manager, attempt, 'account-locked');
    await this.failures.put(manager, [{ ...before, failures: before.failures + 1 }]);
    return before.lockedUntil;
  }

  private oneMore({ username, remoteAddress, most, before }: Held): SignInFailure {
    const failures = this.counts(before) ? before.failures + 1 : 1;
    return Object.assign(new SignInFailure(), {
      username,
      remoteAddress,
      failures,
      lastFailedAt: this.clock.now(),
      lockedUntil: failures >= most ? this.clock.later(this.lockMs) : null,
    });
  }

  /** Earlier failures count until as much time has passed as a lock lasts, or the lock that they led to is over. */
  private counts(before: SignInFailure): boolean {
    return before.lockedUntil === null && before.lastFailedAt > this.clock.later(-this.lockMs);
  }
}

const keyOf = (username: string): string => nameKey(username).slice(0, USERNAME_LENGTH);

const isFromLastAddress = ({ account, remoteAddress }: SignInAttempt): boolean =>
  account?.lastSignInAddress === remoteAddress;
