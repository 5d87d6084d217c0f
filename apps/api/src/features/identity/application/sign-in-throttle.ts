import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { FailureThrottle } from './failure-throttle.js';

const MAX_FAILURES = 30;
const WINDOW_MS = 5 * 60 * 1000;
/** Refusals that tell of guessing. An attempt on a locked name is one: else a locked name could be tried for ever. */
const FAILURES: readonly string[] = ['sign-in-failed', 'account-locked'];

/** Stops one address from trying a password on many names, which locks none of them: after thirty failures a pause. */
@Injectable()
export class SignInThrottle {
  private readonly failures = new FailureThrottle('too-many-attempts', MAX_FAILURES, WINDOW_MS);

  /**
   * Makes an attempt, which counts as failed until it has gone well.
   * @throws DomainError `too-many-attempts`, and what the attempt throws
   */
  async attempt<T>(address: string, work: () => Promise<T>): Promise<T> {
    this.failures.begin(address);
    let failed = false;
    try {
      return await work();
    } catch (error) {
      failed = error instanceof DomainError && FAILURES.includes(error.code);
      throw error;
    } finally {
      this.failures.end(address, failed);
    }
  }

  /** Whether this is the first refusal of a pause. */
  isFirstRefusal(address: string): boolean {
    return this.failures.isFirstRefusal(address);
  }
}
