import { DomainError } from '../../../platform/runtime/domain-error.js';

const MAX_ENTRIES = 10_000;

interface Failures {
  count: number;
  until: number;
}

/**
 * Slows guessing down: after so many failures of one key a time of refusals. Kept in memory, per process: it need not
 * survive a restart.
 */
export class FailureThrottle {
  private readonly failures = new Map<string, Failures>();

  /** @param code of the refusal, whose figure is `seconds` */
  constructor(
    private readonly code: string,
    private readonly maxFailures: number,
    private readonly windowMs: number,
  ) {}

  /** @throws DomainError with the code */
  check(key: string, now = Date.now()): void {
    const entry = this.failures.get(key);
    if (entry === undefined || entry.until <= now || entry.count < this.maxFailures) return;
    throw new DomainError(this.code, { seconds: Math.ceil((entry.until - now) / 1000) });
  }

  /** @returns the failures of this key in the time that counts */
  count(key: string, now = Date.now()): number {
    const entry = this.failures.get(key);
    const count = entry !== undefined && entry.until > now ? entry.count + 1 : 1;
    this.failures.delete(key);
    this.failures.set(key, { count, until: now + this.windowMs });
    if (this.failures.size > MAX_ENTRIES) this.forgetOldest();
    return count;
  }

  forget(key: string): void {
    this.failures.delete(key);
  }

  private forgetOldest(): void {
    const [oldest] = this.failures.keys();
    if (oldest !== undefined) this.failures.delete(oldest);
  }
}
