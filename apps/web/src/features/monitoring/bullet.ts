import type { IndicatorLight } from './indicator-rows.js';

/** The places of a bullet chart on a track of 100: the result as a bar, standard and target as marks. */
export interface Bullet {
  readonly result: number;
  readonly standard: number | null;
  readonly target: number | null;
}

const TRACK = 100;
/** What is far beyond the target ends with the track, so that the marks stay apart. */
const MOST = 1.5;
/** The farthest mark keeps off the end of the track. */
const ROOM = 1.05;

/**
 * Result against the standard of the round and the annual target, all from zero. Null where there is no number to draw,
 * for what is negative, and for what a result of zero is compared with zero.
 */
export function bulletOf(light: Pick<IndicatorLight, 'result' | 'standard'>, target: number | null): Bullet | null {
  const { result, standard } = light;
  if (result === null || result < 0) return null;
  const marks = [standard, target].filter((mark) => mark !== null && mark > 0);
  const farthest = Math.max(0, ...marks.map((mark) => mark ?? 0));
  if (farthest === 0) return null;
  const end = Math.max(farthest, Math.min(result, farthest * MOST)) * ROOM;
  const place = (value: number | null): number | null => (value === null || value < 0 ? null : (value / end) * TRACK);
  return { result: Math.min(TRACK, place(result) ?? 0), standard: place(standard), target: place(target) };
}
