import { comparePeriods, type Period } from '../kernel/period.js';
import type { Light } from '../monitoring/assessment-types.js';
import { isOff, LIGHT_RANK } from '../monitoring/project-light.js';

/**
 * 已见效, 有好转, 未见效, 更差. Only `recovered` closes a rectification (R27): a light that is merely less bad is still to be
 * put right.
 */
export const RECTIFICATION_EFFECTS = ['recovered', 'improved', 'unchanged', 'worse'] as const;
export type RectificationEffect = (typeof RECTIFICATION_EFFECTS)[number];

/**
 * What a rectification has brought, told by the project's light of the next round.
 * @param before light of the round in which it was found; null or grey where it was not judged
 * @returns null where the later light says nothing (grey): the round after that decides
 */
export function effectOf(before: Light | null, after: Light): RectificationEffect | null {
  if (after === 'grey') return null;
  if (!isOff(after)) return 'recovered';
  if (before === null || before === 'grey' || before === after) return 'unchanged';
  return LIGHT_RANK[after] > LIGHT_RANK[before] ? 'improved' : 'worse';
}

/** A light of a project in a round. */
export interface RoundLight {
  readonly round: Period;
  readonly light: Light;
}

/**
 * Whether a round tells the effect of a rectification: it is later than the one by which it was found, and says something
 * new against what was measured last.
 * @param found the round by which it was found; null where none was judged before
 * @param last what was measured last without effect; null where nothing was
 */
export function tellsEffect({ round, light }: RoundLight, found: Period | null, last: RoundLight | null): boolean {
  if (found !== null && comparePeriods(round, found) <= 0) return false;
  if (last === null) return true;
  const later = comparePeriods(round, last.round);
  return later > 0 || (later === 0 && light !== last.light);
}
