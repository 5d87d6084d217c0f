import { describe, expect, it } from '@jest/globals';
import { formatDay, formatInstant, formatMonth, formatPeriod, formatTime, formatYearMonth } from './dates.js';
import { EMPTY } from './figures.js';

describe('dates for reading', () => {
  it('writes a month as 2023年6月', () => {
    expect(formatYearMonth(2023, 6, 'zh')).toBe('2023年6月');
    expect(formatYearMonth(2023, 6, 'en')).toBe('Jun 2023');
    expect(formatMonth(6, 'zh')).toBe('6月');
  });

  it('names a round by its cumulative period', () => {
    expect(formatPeriod(2023, 6, 'zh')).toBe('2023年1-6月');
    expect(formatPeriod(2023, 6, 'en')).toBe('Jan–Jun 2023');
    expect(formatPeriod(2023, 1, 'zh')).toBe('2023年1月');
  });

  it('writes a day, and a dash where there is none', () => {
    expect(formatDay('2023-06-30', 'zh')).toBe('2023年6月30日');
    expect(formatDay('2023-06-30', 'en')).toBe('30 Jun 2023');
    expect([formatDay(null, 'zh'), formatDay('soon', 'en')]).toEqual([EMPTY, EMPTY]);
  });

  it('writes an instant in the time zone of the reader', () => {
    const local = new Date(2023, 5, 30, 7, 5);
    expect(formatInstant(local.toISOString(), 'zh')).toBe('2023年6月30日 07:05');
    expect(formatTime(local)).toBe('07:05');
    expect([formatInstant(null, 'zh'), formatInstant('never', 'zh')]).toEqual([EMPTY, EMPTY]);
  });
});
