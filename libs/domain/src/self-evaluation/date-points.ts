import { exact, type Fraction } from '../kernel/exact.js';
import { ZERO } from '../monitoring/figures.js';
import type { LeafVerdict } from './leaf-verdict.js';

/**
 * The points of a day (R21 at the end of the year): done on or before the due day all of them, later or not at all none. How
 * much a few days matter no rule can tell; who thinks otherwise of a delay gives points in the review.
 * @param doneOn null where it is not done
 */
export function datePoints(dueDate: string, doneOn: string | null, weight: number): LeafVerdict {
  const points: Fraction = doneOn !== null && doneOn <= dueDate ? exact(weight) : ZERO;
  return { rule: 'date', points };
}
