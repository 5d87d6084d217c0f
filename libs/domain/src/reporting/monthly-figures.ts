import { err, ok, type Result } from '../kernel/result.js';
import { TREASURY_FIELDS, type GivenFigures, type TreasuryField, type TreasuryFigures } from './treasury-figures.js';

/** Months (1…12) of which a delivery gives everything there is; both included. */
export interface Coverage {
  readonly from: number;
  readonly to: number;
}

/** What was paid, released or received in one month alone, in 分; a refund is negative. */
export interface MonthAmounts {
  readonly month: number;
  readonly amounts: GivenFigures;
}

/** Cumulative figures of a month, as far as a delivery speaks of them. */
export interface CumulatedMonth {
  readonly month: number;
  readonly figures: GivenFigures;
}

/**
 * Sums a project's monthly amounts (or single payments: several of one month are added up) into the cumulative figures of
 * every month of the coverage. A month inside it without an amount is zero, since the delivery covers it; 1月 100, 3月 50
 * over 1–3 give 100, 100, 150. A coverage that begins later goes on from the stored figures of the month before.
 * Fields that no row gives are not spoken of.
 * @param before cumulative figures stored for the month before the coverage; ignored where that begins in January
 * @returns `month-outside-coverage`; `earlier-months-missing` where a later coverage has nothing to go on from
 */
export function cumulativeFigures(
  rows: readonly MonthAmounts[],
  { from, to }: Coverage,
  before: TreasuryFigures | null,
): Result<readonly CumulatedMonth[]> {
  const outside = rows.find(({ month }) => month < from || month > to);
  if (outside !== undefined) return err({ code: 'month-outside-coverage', params: { month: outside.month, from, to } });
  const given = TREASURY_FIELDS.filter((field) => rows.some(({ amounts }) => typeof amounts[field] === 'number'));
  const start = from === 1 ? zeros(given) : startOf(given, before);
  if (start === null) return err({ code: 'earlier-months-missing', params: { month: from - 1, from } });

  const sums = new Map(start);
  const months: CumulatedMonth[] = [];
  for (let month = from; month <= to; month += 1) {
    for (const row of rows) {
      if (row.month !== month) continue;
      for (const field of given) sums.set(field, (sums.get(field) ?? 0) + (row.amounts[field] ?? 0));
    }
    months.push({ month, figures: Object.fromEntries(sums) });
  }
  return ok(months);
}

const zeros = (fields: readonly TreasuryField[]): ReadonlyMap<TreasuryField, number> =>
  new Map(fields.map((field) => [field, 0]));

/** Null where one of the fields has no stored figure to go on from. */
function startOf(
  fields: readonly TreasuryField[],
  before: TreasuryFigures | null,
): ReadonlyMap<TreasuryField, number> | null {
  const start = new Map<TreasuryField, number>();
  for (const field of fields) {
    const value = before?.[field] ?? null;
    if (value === null) return null;
    start.set(field, value);
  }
  return start;
}
