import { Injectable } from '@nestjs/common';
import { FailureThrottle } from './failure-throttle.js';

const MAX_FAILURES = 5;
const WINDOW_MS = 5 * 60 * 1000;

/** Slows guessing down: after five failures of one name from one address, five minutes of refusals. */
@Injectable()
export class SignInThrottle {
  private readonly failures = new FailureThrottle('too-many-attempts', MAX_FAILURES, WINDOW_MS);

  /** @throws DomainError `too-many-attempts` */
  check(username: string, address: string, now = Date.now()): void {
    this.failures.check(keyOf(username, address), now);
  }

  /** Counted before the password is looked at, so that many guesses at once do not slip through together. */
  countAttempt(username: string, address: string, now = Date.now()): void {
    this.failures.count(keyOf(username, address), now);
  }

  forget(username: string, address: string): void {
    this.failures.forget(keyOf(username, address));
  }
}

const keyOf = (username: string, address: string): string => JSON.stringify([username.toLowerCase(), address]);
