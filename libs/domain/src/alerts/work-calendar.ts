import { daysInMonth, isoDay, readIsoDay } from '../kernel/calendar-date.js';

/** The days on which a year's calendar differs from the plain week: holidays in it, and weekends that are worked. ISO days. */
export interface WorkCalendar {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

/** A working day: Monday to Friday unless off, Saturday and Sunday only where worked. @throws RangeError for no ISO day */
export function isWorkingDay(day: string, calendar: WorkCalendar): boolean {
  if (calendar.worked.has(day)) return true;
  if (calendar.off.has(day)) return false;
  return !isWeekend(day);
}

/**
 * The day that is so many working days after another, which itself does not count (R27): Fri 2026-07-03 + 10 is
 * Fri 2026-07-17, Mon 2026-09-21 + 10 with the calendar of 2026 is Mon 2026-10-12.
 * @param days whole number from 0; 0 is the day itself, working or not
 * @throws RangeError for no ISO day, or a number of days that is none
 */
export function addWorkingDays(day: string, days: number, calendar: WorkCalendar): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`);
  let at = day;
  for (let left = days; left > 0;) {
    at = dayAfter(at);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/**
 * Working days after one day up to another, which counts if it is one: from Friday to the Monday after it is 1. Negative
 * where the second day is the earlier one, by as many as lie after it up to the first.
 * @throws RangeError for no ISO day
 */
export function workingDaysBetween(from: string, to: string, calendar: WorkCalendar): number {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar);
  let days = 0;
  for (let at = from; at < to;) {
    at = dayAfter(at);
    if (isWorkingDay(at, calendar)) days += 1;
  }
  return days;
}

/** Saturday and Sunday. @throws RangeError for no ISO day */
export const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));

/** 0 is Sunday. */
function weekdayOf(day: string): number {
  if (readIsoDay(day) === null) throw new RangeError(`not an ISO day: ${JSON.stringify(day.slice(0, 20))}`);
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function dayAfter(text: string): string {
  const date = readIsoDay(text);
  if (date === null) throw new RangeError(`not an ISO day: ${JSON.stringify(text.slice(0, 20))}`);
  const { year, month, day } = date;
  const next =
    day < daysInMonth(year, month)
      ? isoDay(year, month, day + 1)
      : month < 12
        ? isoDay(year, month + 1, 1)
        : isoDay(year + 1, 1, 1);
  if (next === null) throw new RangeError('the calendar ends here');
  return next;
}
