/** Result of an indicator at the end of a quarter (1…4) of a year. */
export interface QuarterlyResult {
  readonly year: number;
  readonly quarter: number;
  readonly value: number;
}

export const QUARTERS = 4;

const indexOf = ({ year, quarter }: Pick<QuarterlyResult, 'year' | 'quarter'>): number => year * QUARTERS + quarter - 1;

/** The quarter that comes `steps` after one. */
export function quarterAfter(result: Pick<QuarterlyResult, 'year' | 'quarter'>, steps: number) {
  const index = indexOf(result) + steps;
  return { year: Math.floor(index / QUARTERS), quarter: (index % QUARTERS) + 1 };
}

/**
 * The latest results without a gap, oldest first: what lies before a quarter that was not reported is not used, since a
 * blank is no figure (R28). Of two results of one quarter the later in the list counts.
 */
export function unbrokenTail(results: readonly QuarterlyResult[]): readonly QuarterlyResult[] {
  const byQuarter = new Map(results.filter(({ value }) => Number.isFinite(value)).map((each) => [indexOf(each), each]));
  const tail: QuarterlyResult[] = [];
  for (let index = Math.max(...byQuarter.keys()); byQuarter.has(index); index -= 1) {
    const result = byQuarter.get(index);
    if (result !== undefined) tail.unshift(result);
  }
  return tail;
}

/**
 * Seasonal indices of a series that starts in `quarter`, for Q1…Q4: the share of each quarter in the sum of its complete
 * years, times 4. For a cumulative indicator they are how the year fills up. Null without a complete year, or where an
 * index is not positive and nothing can be divided by it.
 */
export function seasonalIndices(values: readonly number[], quarter: number): readonly number[] | null {
  const skipped = (QUARTERS + 1 - quarter) % QUARTERS;
  const years = Math.floor((values.length - skipped) / QUARTERS);
  if (years < 1) return null;
  const complete = values.slice(skipped, skipped + years * QUARTERS);
  const total = complete.reduce((sum, value) => sum + value, 0);
  const sums = Array.from({ length: QUARTERS }, (_, season) =>
    complete.reduce((sum, value, at) => (at % QUARTERS === season ? sum + value : sum), 0),
  );
  return sums.every((sum) => sum > 0) ? sums.map((sum) => (sum * QUARTERS) / total) : null;
}
