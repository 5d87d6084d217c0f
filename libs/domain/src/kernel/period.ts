import { daysInMonth, isoDay, readIsoDay } from './calendar-date.js';
import { exact, ratio, type Fraction } from './exact.js';

/** A monitoring round's period: January to the end of `month` of `year` (1-X月). */
export interface Period {
  readonly year: number;
  readonly month: number;
}

/** True for a year of 1900…2999 with a month of 1…12. */
export function isPeriod(value: unknown): value is Period {
  if (typeof value !== 'object' || value === null) return false;
  const { year, month } = value as Partial<Period>;
  return typeof year === 'number' && typeof month === 'number' && isoDay(year, month, 1) !== null;
}

/** The round's last day, the day as of which everything in it is judged (R6, R21). Throws a RangeError for no period. */
export function lastDayOf(period: Period): string {
  const day = isPeriod(period) ? isoDay(period.year, period.month, daysInMonth(period.year, period.month)) : null;
  if (day === null) throw new RangeError(`not a period: ${period.year}-${period.month}`);
  return day;
}

/**
 * Months of the year that have passed at the end of a period or of a day (R5): 6 at the end of June,
 * by day inside a month (15 September is 8.5). Throws a RangeError on text that is no ISO day.
 */
export function monthsElapsed(at: string | Period): Fraction {
  if (typeof at !== 'string') return exact(at.month);
  const date = readIsoDay(at);
  if (!date) throw new RangeError(`not an ISO day: ${JSON.stringify(at.slice(0, 20))}`);
  return exact(date.month - 1).add(ratio(date.day, daysInMonth(date.year, date.month)));
}

/** Negative where `a` is the earlier period, 0 for the same, positive where it is the later one. */
export const comparePeriods = (a: Period, b: Period): number => a.year - b.year || a.month - b.month;
