import { DomainError } from '../../../platform/runtime/domain-error.js';

const MAX_ENTRIES = 10_000;

interface Attempts {
  failures: number;
  /** Begun and not yet ended; each of them may still fail. */
  underWay: number;
  /** When the failures are forgotten. */
  until: number;
  /** A refusal was told since the first of these failures. */
  refused: boolean;
}

/**
 * Slows guessing down: after so many failures of one key a time of refusals. Kept in memory, per process: it need not
 * survive a restart.
 */
export class FailureThrottle {
  private readonly attempts = new Map<string, Attempts>();

  /** @param code of the refusal, whose figure is `seconds` */
  constructor(
    private readonly code: string,
    private readonly maxFailures: number,
    private readonly windowMs: number,
  ) {}

  /** @throws DomainError with the code */
  check(key: string, now = Date.now()): void {
    const { failures, underWay, until } = this.of(key, now);
    if (failures >= this.maxFailures) throw new DomainError(this.code, { seconds: Math.ceil((until - now) / 1000) });
    // One of those under way may turn out right, and then there is room again at once.
    if (failures + underWay >= this.maxFailures) throw new DomainError(this.code, { seconds: 1 });
  }

  /**
   * Counts an attempt before its work, so that many made at once do not pass together; `end` tells how it went.
   * @throws DomainError with the code
   */
  begin(key: string, now = Date.now()): void {
    this.check(key, now);
    const entry = this.of(key, now);
    this.keep(key, { ...entry, underWay: entry.underWay + 1 });
  }

  end(key: string, failed: boolean, now = Date.now()): void {
    const entry = this.of(key, now);
    this.keep(key, { ...entry, underWay: Math.max(entry.underWay - 1, 0) });
    if (failed) this.count(key, now);
  }

  /** @returns the failures of this key in the time that counts */
  count(key: string, now = Date.now()): number {
    const entry = this.of(key, now);
    const failures = entry.failures + 1;
    this.keep(key, { ...entry, failures, until: now + this.windowMs });
    return failures;
  }

  /** Whether this is the first refusal of the key since it began to fail: one of them is worth a record. */
  isFirstRefusal(key: string, now = Date.now()): boolean {
    const entry = this.of(key, now);
    if (entry.refused || entry.failures < this.maxFailures) return false;
    this.keep(key, { ...entry, refused: true });
    return true;
  }

  private of(key: string, now: number): Attempts {
    const entry = this.attempts.get(key);
    if (entry !== undefined && entry.until > now) return entry;
    return { failures: 0, underWay: entry?.underWay ?? 0, until: 0, refused: false };
  }

  private keep(key: string, entry: Attempts): void {
    this.attempts.delete(key);
    if (entry.failures === 0 && entry.underWay === 0) return;
    this.attempts.set(key, entry);
    if (this.attempts.size > MAX_ENTRIES) this.forgetOldest();
  }

  private forgetOldest(): void {
    const [oldest] = this.attempts.keys();
    if (oldest !== undefined) this.attempts.delete(oldest);
  }
}
