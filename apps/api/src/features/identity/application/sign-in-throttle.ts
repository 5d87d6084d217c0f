import { Injectable } from '@nestjs/common';
import { FailureThrottle } from './failure-throttle.js';

const MAX_FAILURES = 30;
const WINDOW_MS = 5 * 60 * 1000;

/** Stops one address from trying a password on many names, which locks none of them: after thirty failures a pause. */
@Injectable()
export class SignInThrottle {
  private readonly failures = new FailureThrottle('too-many-attempts', MAX_FAILURES, WINDOW_MS);

  /** @throws DomainError `too-many-attempts` */
  check(address: string, now = Date.now()): void {
    this.failures.check(address, now);
  }

  countFailure(address: string, now = Date.now()): void {
    this.failures.count(address, now);
  }
}
