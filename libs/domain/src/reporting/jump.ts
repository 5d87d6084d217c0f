import { exact } from '../kernel/exact.js';

/** When a cumulative figure has grown suspiciously fast since the last round, as data. */
export interface JumpRules {
  /** The pace of a month since then is more than this many times that of the months before. */
  readonly paceTimes: number;
  /** And what was added is at least this many percent of the year's whole: small sums jump easily. */
  readonly sharePercent: number;
}

export const JUMP_RULES: JumpRules = { paceTimes: 3, sharePercent: 10 };

/** A cumulative figure at the end of a month. */
export interface CumulativeFigure {
  readonly month: number;
  readonly value: number;
}

/**
 * Whether a cumulative figure jumps: a reviewer looks at such a one first, for a slip of a digit looks like this. Where
 * nothing had been reached before, growing is no jump.
 * @param whole budget or annual target, in the unit of the figures; null where there is none, and then nothing jumps
 */
export function isJump(
  before: CumulativeFigure,
  now: CumulativeFigure,
  whole: number | null,
  rules: JumpRules = JUMP_RULES,
): boolean {
  const months = now.month - before.month;
  if (whole === null || whole <= 0 || before.value <= 0 || months <= 0) return false;
  const added = exact(now.value).sub(exact(before.value));
  const isLarge = added.mul(100).gte(exact(whole).mul(exact(rules.sharePercent)));
  const usual = exact(before.value).mul(exact(months)).div(exact(before.month));
  return isLarge && added.gt(usual.mul(exact(rules.paceTimes)));
}
