import type { CalendarDay } from '@jixiao/domain';
import { dayAway } from './year-grid.js';

/** Days one after the other. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** What a holiday consists of, as its notice says it. */
export interface Holiday {
  readonly name: string;
  readonly off: readonly DayRange[];
  readonly worked: readonly DayRange[];
}

/** The holidays of a year by their names, in the order of their first days. */
export function arrangementOf(days: readonly CalendarDay[]): readonly Holiday[] {
  const names = [...new Set(days.map(({ name }) => name))];
  const holidays = names.map((name): Holiday => {
    const own = days.filter((each) => each.name === name);
    return { name, off: rangesOf(own, 'off'), worked: rangesOf(own, 'worked') };
  });
  return holidays.sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1));
}

const firstOf = ({ off, worked }: Holiday): string => off[0]?.from ?? worked[0]?.from ?? '';

function rangesOf(days: readonly CalendarDay[], kind: CalendarDay['kind']): DayRange[] {
  const ranges: { from: string; to: string }[] = [];
  for (const { day } of days.filter((each) => each.kind === kind)) {
    const last = ranges.at(-1);
    if (last && dayAway(last.to, 1) === day) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  return ranges;
}
