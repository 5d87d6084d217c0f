import { newId } from '../../../platform/runtime/ids.js';
import type { StoredIndicator } from './stored-target.js';
import type { IndicatorContent } from './target-content.js';

/** What identifies an indicator through the versions of a target. */
export interface LineageIdentity {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly description: string | null;
}

/**
 * Gives every indicator of a new version the lineage of the one it continues, so that results and lights stay with it:
 * first by levels, name and description, then by levels and name alone where one of that name is left on each side.
 * Indicators that are alike in all of these are paired in the order in which they are printed.
 * @returns for each of `next` the index in `previous` it continues, or null for a new indicator.
 */
export function matchLineage(
  previous: readonly LineageIdentity[],
  next: readonly LineageIdentity[],
): readonly (number | null)[] {
  const matches: (number | null)[] = next.map(() => null);
  const free = new Set(previous.keys());
  pairInOrder(previous, next, matches, free, fullKey);
  pairTheOnlyOne(previous, next, matches, free, nameKey);
  return matches;
}

/** The indicators of a new version, each with the lineage of the one it continues or with one of its own. */
export function continueLineages(
  previous: readonly StoredIndicator[],
  next: readonly IndicatorContent[],
): readonly StoredIndicator[] {
  const matches = matchLineage(previous, next);
  return next.map((indicator, index) => {
    const match = matches[index];
    const old = match === null || match === undefined ? undefined : previous[match];
    return {
      ...indicator,
      lineageId: old?.lineageId ?? newId(),
      // Finance confirmed the direction of the value as it was printed then; another value is doubted anew (R41).
      directionConfirmed: old?.rawValue === indicator.rawValue && old.directionConfirmed,
    };
  });
}

type Key = (identity: LineageIdentity) => string;
const nameKey: Key = ({ level1, level2, name }) => JSON.stringify([level1, level2, name]);
const fullKey: Key = (identity) => JSON.stringify([nameKey(identity), identity.description]);

function pairInOrder(
  previous: readonly LineageIdentity[],
  next: readonly LineageIdentity[],
  matches: (number | null)[],
  free: Set<number>,
  key: Key,
): void {
  const waiting = indicesByKey(previous, [...free], key);
  next.forEach((identity, index) => {
    const match = waiting.get(key(identity))?.shift();
    if (match === undefined) return;
    matches[index] = match;
    free.delete(match);
  });
}

function pairTheOnlyOne(
  previous: readonly LineageIdentity[],
  next: readonly LineageIdentity[],
  matches: (number | null)[],
  free: Set<number>,
  key: Key,
): void {
  const old = indicesByKey(previous, [...free], key);
  const unmatched = [...next.keys()].filter((index) => matches[index] === null);
  for (const [name, indices] of indicesByKey(next, unmatched, key)) {
    const candidates = old.get(name) ?? [];
    const [candidate] = candidates;
    const [index] = indices;
    if (candidates.length !== 1 || indices.length !== 1 || candidate === undefined || index === undefined) continue;
    matches[index] = candidate;
    free.delete(candidate);
  }
}

function indicesByKey(all: readonly LineageIdentity[], indices: readonly number[], key: Key): Map<string, number[]> {
  const grouped = new Map<string, number[]>();
  for (const index of indices) {
    const identity = all[index];
    if (identity === undefined) continue;
    const group = grouped.get(key(identity));
    if (group) group.push(index);
    else grouped.set(key(identity), [index]);
  }
  return grouped;
}
