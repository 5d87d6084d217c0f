import { readIsoDay } from '../kernel/calendar-date.js';
import type { Problem } from '../kernel/result.js';
import { isWeekend, type WorkCalendar } from './work-calendar.js';

/** `off`: a holiday; `worked`: a weekend that is made up for. */
export const CALENDAR_DAY_KINDS = ['off', 'worked'] as const;
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number];

/** A day of a year's calendar that differs from the plain week, and what it is called. */
export interface CalendarDay {
  /** ISO day. */
  readonly day: string;
  readonly kind: CalendarDayKind;
  /** 春节; empty where it has none. */
  readonly name: string;
}

/** A fault of a calendar; `path` names the field as `days.3.day`. */
export type CalendarProblem = Problem & { readonly path: string };

export const LONGEST_DAY_NAME = 40;

/** The days of one year or several as what deadlines are counted by. */
export const workCalendarOf = (days: readonly CalendarDay[]): WorkCalendar => ({
  off: new Set(days.filter(({ kind }) => kind === 'off').map(({ day }) => day)),
  worked: new Set(days.filter(({ kind }) => kind === 'worked').map(({ day }) => day)),
});

/**
 * What is wrong with the days of a year, with a stable code at each field: no day, a day of another year, one that is there
 * twice, and a made-up day that is a working day anyway, which is a slip of the pen.
 */
export function checkCalendarDays(year: number, days: readonly CalendarDay[]): CalendarProblem[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, kind, name }, at) => {
    const problems = dayProblems(year, day, kind, seen).map((problem) => ({ path: `days.${at}.day`, ...problem }));
    seen.add(day);
    if ([...name].length <= LONGEST_DAY_NAME) return problems;
    return [...problems, { path: `days.${at}.name`, code: 'calendar-name-long', params: { max: LONGEST_DAY_NAME } }];
  });
}

function dayProblems(year: number, day: string, kind: CalendarDayKind, seen: ReadonlySet<string>): Problem[] {
  if (readIsoDay(day) === null) return [{ code: 'calendar-day-form', params: { text: day.slice(0, 20) } }];
  if (!day.startsWith(`${year}-`)) return [{ code: 'calendar-day-other-year', params: { day, year } }];
  if (seen.has(day)) return [{ code: 'calendar-day-repeated', params: { day } }];
  return kind === 'worked' && !isWeekend(day) ? [{ code: 'calendar-worked-weekday', params: { day } }] : [];
}
