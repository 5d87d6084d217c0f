import { describe, it, expect } from '@jest/globals';
import { compareDates, daysInMonth, isIsoDate, isoDay } from './calendar-date.js';
import { isPeriod, lastDayOf, monthsElapsed } from './period.js';

describe('calendar days', () => {
  it('knows the length of every month, leap years included', () => {
    expect([2023, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect([1, 4, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 30, 31]);
  });

  it('accepts existing days only', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    for (const wrong of ['2023-02-29', '2023-13-01', '2023-00-10', '2023-1-1', '0000-01-01', '', null, 20230101]) {
      expect(isIsoDate(wrong)).toBe(false);
    }
    expect(isoDay(2023, 4, 31)).toBeNull();
    expect(isoDay(2023, 4.5, 1)).toBeNull();
  });

  it('orders days', () => {
    expect(compareDates('2023-09-30', '2023-10-01')).toBeLessThan(0);
    expect(compareDates('2023-10-01', '2023-10-01')).toBe(0);
    expect(compareDates('2024-01-01', '2023-12-31')).toBeGreaterThan(0);
  });
});

describe('periods', () => {
  it('ends on the last day of its month', () => {
    expect(lastDayOf({ year: 2023, month: 6 })).toBe('2023-06-30');
    expect(lastDayOf({ year: 2024, month: 2 })).toBe('2024-02-29');
    expect(() => lastDayOf({ year: 2023, month: 13 })).toThrow(RangeError);
  });

  it('is recognised by year and month', () => {
    expect(isPeriod({ year: 2023, month: 12 })).toBe(true);
    for (const wrong of [
      null,
      undefined,
      6,
      {},
      { year: 2023 },
      { year: 2023, month: 0 },
      { year: 2023, month: 1.5 },
    ]) {
      expect(isPeriod(wrong)).toBe(false);
    }
  });

  it('R5: months pass by day inside a month', () => {
    expect(monthsElapsed({ year: 2023, month: 6 }).valueOf()).toBe(6);
    expect(monthsElapsed('2023-06-30').valueOf()).toBe(6);
    expect(monthsElapsed('2023-09-15').valueOf()).toBe(8.5);
    expect(monthsElapsed('2023-01-01').toFraction()).toBe('1/31');
    expect(() => monthsElapsed('2023-02-30')).toThrow(RangeError);
  });
});
