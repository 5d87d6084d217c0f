import { addWorkingDays, checkCalendarDays, workCalendarOf, workingDaysBetween } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { STATUTORY_YEARS, statutoryYear } from './statutory-holidays.js';

/** Working days of the year and days off of its notice, counted by hand from the notices. */
const YEARS: readonly [year: number, working: number, off: number, worked: number][] = [
  [2024, 251, 28, 8],
  [2025, 248, 28, 5],
  [2026, 248, 33, 6],
];

describe('statutory holidays', () => {
  it('are shipped for 2024 to 2026, and for no other year', () => {
    expect(STATUTORY_YEARS).toEqual([2024, 2025, 2026]);
    expect(statutoryYear(2027)).toBeNull();
  });

  it.each(YEARS)('of %d are days of that year, of which %d are worked', (year, working, off, worked) => {
    const days = statutoryYear(year)?.days ?? [];
    expect(checkCalendarDays(year, days)).toEqual([]);
    expect(days.filter(({ kind }) => kind === 'off')).toHaveLength(off);
    expect(days.filter(({ kind }) => kind === 'worked')).toHaveLength(worked);
    expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, workCalendarOf(days))).toBe(working);
  });

  it('of 2026 make Mon 2026-09-21 and ten working days Mon 2026-10-12 (R27)', () => {
    const calendar = workCalendarOf(statutoryYear(2026)?.days ?? []);
    expect(addWorkingDays('2026-09-21', 10, calendar)).toBe('2026-10-12');
    expect(addWorkingDays('2026-07-03', 10, calendar)).toBe('2026-07-17');
  });
});
