/** What is observed of one step of development. */
export interface LinkObservations {
  readonly factor: number | null;
  /** Figure before and after, of every origin that has both. */
  readonly pairs: readonly (readonly [from: number, to: number])[];
}

/**
 * σ² of each step (Mack 1993, formula (5)): the squared deviations of the individual factors, weighted by volume, over the
 * number of origins less one. Origins that had nothing before the step have no factor of their own and are left out.
 *
 * A step that only one origin has seen has no variance to measure; it takes min(σ⁴ₖ₋₁ / σ²ₖ₋₂, σ²ₖ₋₂, σ²ₖ₋₁) of the two
 * before it, or that of the one before where there is only one. Null where there is none either.
 */
export function linkVariances(links: readonly LinkObservations[]): readonly (number | null)[] {
  const variances: (number | null)[] = [];
  for (const link of links) {
    variances.push(measured(link) ?? extrapolated(variances.at(-2) ?? null, variances.at(-1) ?? null));
  }
  return variances;
}

function measured({ factor, pairs }: LinkObservations): number | null {
  if (factor === null) return null;
  const counted = pairs.filter(([from]) => from > 0);
  if (counted.length === 0) return 0;
  if (counted.length < 2) return null;
  const squares = counted.reduce((sum, [from, to]) => sum + from * (to / from - factor) ** 2, 0);
  return squares / (counted.length - 1);
}

function extrapolated(beforeLast: number | null, last: number | null): number | null {
  if (last === null || beforeLast === null) return last;
  if (beforeLast === 0) return 0;
  return Math.min(last ** 2 / beforeLast, beforeLast, last);
}
