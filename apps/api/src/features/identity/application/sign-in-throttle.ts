import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/runtime/domain-error.js';

const MAX_FAILURES = 5;
const WINDOW_MS = 5 * 60 * 1000;
const MAX_ENTRIES = 10_000;

interface Failures {
  count: number;
  until: number;
}

/**
 * Slows guessing down: after five failures of one name from one address, five minutes of refusals. Kept in memory,
 * per process: it need not survive a restart.
 */
@Injectable()
export class SignInThrottle {
  private readonly failures = new Map<string, Failures>();

  /** @throws DomainError `too-many-attempts` */
  check(username: string, address: string, now = Date.now()): void {
    const entry = this.failures.get(keyOf(username, address));
    if (entry === undefined || entry.until <= now || entry.count < MAX_FAILURES) return;
    throw new DomainError('too-many-attempts', { seconds: Math.ceil((entry.until - now) / 1000) });
  }

  /** Counted before the password is looked at, so that many guesses at once do not slip through together. */
  countAttempt(username: string, address: string, now = Date.now()): void {
    const key = keyOf(username, address);
    const entry = this.failures.get(key);
    const count = entry !== undefined && entry.until > now ? entry.count + 1 : 1;
    this.failures.delete(key);
    this.failures.set(key, { count, until: now + WINDOW_MS });
    if (this.failures.size > MAX_ENTRIES) this.forgetOldest();
  }

  forget(username: string, address: string): void {
    this.failures.delete(keyOf(username, address));
  }

  private forgetOldest(): void {
    const [oldest] = this.failures.keys();
    if (oldest !== undefined) this.failures.delete(oldest);
  }
}

const keyOf = (username: string, address: string): string => JSON.stringify([username.toLowerCase(), address]);
