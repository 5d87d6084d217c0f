import type { Fraction } from '../kernel/exact.js';
import type { LeafPoints, PointRule } from './evaluation-types.js';

/** What a rule of R32–R36 decides about one leaf, exact; what is left out is null. */
export interface LeafVerdict {
  readonly rule: PointRule;
  /** Before the manual deduction; null where the points cannot be told. */
  readonly points: Fraction | null;
  readonly completion?: Fraction;
  readonly gate?: number | null;
  readonly choice?: LeafPoints['choice'];
}

/** What a number is compared with, exact. */
export interface NumberToScore {
  readonly target: Fraction;
  readonly result: Fraction;
  readonly weight: Fraction;
}
