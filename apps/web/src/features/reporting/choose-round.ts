import type { Round } from '../../shared/api/schema.gen.js';

export interface RoundKey {
  readonly year: number;
  readonly month: number;
}

const inOrder = (a: RoundKey, b: RoundKey): number => b.year - a.year || b.month - a.month;
const same = (a: RoundKey, b: RoundKey): boolean => a.year === b.year && a.month === b.month;

/** Newest first. */
export const newestFirst = (rounds: readonly Round[]): Round[] => [...rounds].sort(inOrder);

/**
 * The round to show: the first wanted one that exists, else the newest that has begun (and so has lights),
 * else the newest at all; null where there is none.
 */
export function chooseRound(rounds: readonly Round[], wanted: readonly (RoundKey | null)[]): Round | null {
  for (const key of wanted) {
    const found = key && rounds.find((round) => same(round, key));
    if (found) return found;
  }
  const sorted = newestFirst(rounds);
  return sorted.find((round) => round.status !== 'notOpen') ?? sorted[0] ?? null;
}

/** Reads a round from an address or from storage; null for anything that is not one. */
export function roundKeyOf(year: unknown, month: unknown): RoundKey | null {
  const key = { year: Number(year), month: Number(month) };
  const valid = Number.isInteger(key.year) && Number.isInteger(key.month) && key.month >= 1 && key.month <= 12;
  return valid && key.year >= 2000 ? key : null;
}
