import { isoDay } from '../kernel/calendar-date.js';
import { err, ok, type Problem, type Result } from '../kernel/result.js';
import { excerpt, halfWidth } from '../kernel/text.js';
import type { CalendarDay, CalendarDayKind } from './calendar-days.js';

const KINDS: Readonly<Record<string, CalendarDayKind>> = {
  off: 'off',
  holiday: 'off',
  休: 'off',
  休息: 'off',
  放假: 'off',
  节假日: 'off',
  worked: 'worked',
  work: 'worked',
  班: 'worked',
  上班: 'worked',
  补班: 'worked',
  调休上班: 'worked',
};
const DAY = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/;

/**
 * Reads the days of a year from a file: CSV with a day, a kind and a name in each line, with or without a heading, or JSON as
 * a list of `{ day, kind, name }`, alone or as `days`, also in the form `{ date, isOffDay, name }` that is passed around.
 * Days may be written `2026-10-01`, `2026/10/1`, `2026年10月1日` or `20261001`, kinds `off`/`worked` or 放假/上班. Refused with
 * `calendar-file-empty`, `calendar-file-unreadable`, or `calendar-line-day` and `calendar-line-kind` with the number of the
 * line (in JSON: of the entry) and what stands there. Whether the days are those of the year is for
 * {@link checkCalendarDays}.
 */
export function readCalendarFile(text: string): Result<readonly CalendarDay[]> {
  const content = text.replace(/^\uFEFF/, '').trim();
  if (content === '') return err({ code: 'calendar-file-empty' });
  const entries = /^[[{]/.test(content) ? jsonEntries(content) : ok(csvEntries(content));
  if (!entries.ok) return entries;
  if (entries.value.length === 0) return err({ code: 'calendar-file-empty' });
  const days: CalendarDay[] = [];
  for (const entry of entries.value) {
    const day = dayOf(entry);
    if (!day.ok) return day;
    days.push(day.value);
  }
  return ok(days);
}

interface Entry {
  /** As people count, from 1. */
  readonly line: number;
  readonly day: string;
  readonly kind: string;
  readonly name: string;
}

function csvEntries(content: string): Entry[] {
  const lines = content.split(/\r\n|\r|\n/).map((text, at) => ({ line: at + 1, cells: text.split(/[,;\t，；]/) }));
  return lines
    .map(({ line, cells }) => {
      const [day = '', kind = '', name = ''] = cells.map((cell) =>
        cell
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .trim(),
      );
      return { line, day, kind, name };
    })
    .filter(({ line, day, kind }) => (day !== '' || kind !== '') && !(line === 1 && !/\d/.test(day)));
}

function jsonEntries(content: string): Result<Entry[]> {
  const unreadable: Problem = { code: 'calendar-file-unreadable' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return err(unreadable);
  }
  const list = Array.isArray(parsed) ? parsed : fieldOf(parsed, 'days');
  if (!Array.isArray(list)) return err(unreadable);
  return ok(
    list.map((each: unknown, at) => ({
      line: at + 1,
      day: textOf(fieldOf(each, 'day') ?? fieldOf(each, 'date')),
      kind: textOf(fieldOf(each, 'kind') ?? offWord(fieldOf(each, 'isOffDay'))),
      name: textOf(fieldOf(each, 'name')),
    })),
  );
}

const offWord = (isOff: unknown): unknown => (typeof isOff === 'boolean' ? (isOff ? 'off' : 'worked') : undefined);

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

function dayOf({ line, day: written, kind: word, name }: Entry): Result<CalendarDay> {
  const [, year, month, day] = DAY.exec(halfWidth(written).replace(/\s/g, '')) ?? [];
  const iso = isoDay(Number(year), Number(month), Number(day));
  if (iso === null) return err({ code: 'calendar-line-day', params: { line, text: excerpt(written) } });
  const known = word.toLowerCase();
  const kind = Object.hasOwn(KINDS, known) ? KINDS[known] : undefined;
  if (kind === undefined) return err({ code: 'calendar-line-kind', params: { line, text: excerpt(word) } });
  return ok({ day: iso, kind, name });
}
