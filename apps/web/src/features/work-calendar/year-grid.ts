import { daysInMonth, isoDay, isWeekend, type CalendarDay, type CalendarDayKind } from '@jixiao/domain';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** `rest`: a weekend like any other; `plain`: Monday to Friday. */
export type DayState = CalendarDayKind | 'rest' | 'plain';

export interface GridDay {
  /** ISO day. */
  readonly day: string;
  readonly number: number;
  readonly weekday: Weekday;
  readonly state: DayState;
  readonly name: string;
}

export interface GridMonth {
  readonly month: number;
  /** Monday first; null before the first day and after the last one. */
  readonly weeks: readonly (readonly (GridDay | null)[])[];
}

/** A year month by month, each day with what it counts as. */
export function yearGrid(year: number, days: readonly CalendarDay[]): readonly GridMonth[] {
  const marked = new Map(days.map((each) => [each.day, each]));
  return Array.from({ length: 12 }, (_, at) => monthOf(year, at + 1, marked));
}

function monthOf(year: number, month: number, marked: ReadonlyMap<string, CalendarDay>): GridMonth {
  const days = Array.from({ length: daysInMonth(year, month) }, (_, at) => dayOf(year, month, at + 1, marked));
  const lead = WEEKDAYS.indexOf(days[0]?.weekday ?? 'mon');
  const cells: (GridDay | null)[] = [...new Array<null>(lead).fill(null), ...days];
  while (cells.length % 7 !== 0) cells.push(null);
  return { month, weeks: Array.from({ length: cells.length / 7 }, (_, at) => cells.slice(at * 7, at * 7 + 7)) };
}

function dayOf(year: number, month: number, number: number, marked: ReadonlyMap<string, CalendarDay>): GridDay {
  const day = isoDay(year, month, number) ?? '';
  const mark = marked.get(day);
  const plain = isWeekend(day) ? 'rest' : 'plain';
  const weekday = WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon';
  return { day, number, weekday, state: mark?.kind ?? plain, name: mark?.name ?? '' };
}

/** The days with one of them marked so; marked so already, it is an ordinary one again. */
export function toggled(days: readonly CalendarDay[], mark: CalendarDay): CalendarDay[] {
  const present = days.find(({ day }) => day === mark.day);
  const others = days.filter(({ day }) => day !== mark.day);
  if (present?.kind === mark.kind) return others;
  return [...others, mark].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** The ISO day so many days away, within the same year; null beyond it. */
export function dayAway(day: string, days: number): string | null {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  return moved.slice(0, 4) === day.slice(0, 4) ? moved : null;
}
