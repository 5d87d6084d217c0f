import { exact } from '../kernel/exact.js';
import type { Exact } from './figures.js';
import type { Bands } from './rule-pack.js';

/** The colour of a percentage, compared unrounded: each limit belongs to the better colour (R9, R18). */
export function bandLight(percent: Exact, bands: Bands): 'red' | 'yellow' | 'green' {
  if (percent.lt(exact(bands.redBelow))) return 'red';
  return percent.lt(exact(bands.yellowBelow)) ? 'yellow' : 'green';
}
