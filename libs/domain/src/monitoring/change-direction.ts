import type { Light } from './assessment-types.js';
import { LIGHT_RANK } from './project-light.js';

/** Whether a colour got worse or better; `other` where one of both is grey, which judges nothing. */
export type ChangeDirection = 'worse' | 'better' | 'other';

export function changeDirection(from: Light, to: Light): ChangeDirection {
  if (from === 'grey' || to === 'grey' || from === to) return 'other';
  return LIGHT_RANK[to] < LIGHT_RANK[from] ? 'worse' : 'better';
}

const DIRECTION_RANK: Readonly<Record<ChangeDirection, number>> = { worse: 0, better: 100, other: 200 };
/** The colour is kept, and only a part of what it is made of changes. */
const KEPT = 300;

/** Order of changes, the worst first: what gets worse by its new colour and how far it falls, then what gets better. */
export function changeRank(from: Light, to: Light): number {
  const rank = from === to ? KEPT : DIRECTION_RANK[changeDirection(from, to)];
  return rank + LIGHT_RANK[to] * 10 + (9 - LIGHT_RANK[from]);
}
