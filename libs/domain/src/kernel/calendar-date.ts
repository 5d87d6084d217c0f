/** Calendar days as ISO text (`2023-12-31`): no time, no zone, so that text order is calendar order. */

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days of a month (1…12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The ISO day of a calendar date, or null where there is no such day (31 April) or the year is not 1900…2999. */
export function isoDay(year: number, month: number, day: number): string | null {
  if (![year, month, day].every(Number.isInteger)) return null;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The parts of an ISO day, or null where the text is none. */
export function readIsoDay(text: string): CalendarDate | null {
  const match = ISO_DAY.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  return isoDay(year, month, day) === text ? { year, month, day } : null;
}

/** True for an existing calendar day written `YYYY-MM-DD`. */
export const isIsoDate = (text: unknown): text is string => typeof text === 'string' && readIsoDay(text) !== null;

/** Negative where `a` is the earlier day, 0 for the same day, positive where it is the later one. */
export function compareDates(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days from one ISO day to another; negative where the second is the earlier one. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
