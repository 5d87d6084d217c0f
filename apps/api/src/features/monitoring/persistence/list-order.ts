import type { ProjectLight } from './project-light.entity.js';

/** Gaps beyond this many hundredths of a point (a budget of one 分 overspent by billions) are stored as this many. */
export const MAX_GAP = 1_000_000_000_000;
const NO_GAP = 3 * MAX_GAP;
const OF_ONE_LIGHT = 4 * MAX_GAP;

/**
 * The place of a light in the list of its round: the worst light first, of the same light the one that is furthest behind its
 * plan, without a plan last. One number, as no index holds both empty values last and the rest in order.
 */
export const listOrder = ({ lightRank, gapToPlan }: Pick<ProjectLight, 'lightRank' | 'gapToPlan'>): number =>
  lightRank * OF_ONE_LIGHT + (gapToPlan === null ? NO_GAP : gapToPlan + MAX_GAP);
