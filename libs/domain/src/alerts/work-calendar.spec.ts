import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, isWorkingDay, workingDaysBetween, type WorkCalendar } from './work-calendar.js';

const PLAIN: WorkCalendar = { off: new Set(), worked: new Set() };
/** Mid-Autumn and National Day of 2026 with their make-up days. */
const AUTUMN_2026: WorkCalendar = {
  off: new Set(['2026-09-25', ...[1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`)]),
  worked: new Set(['2026-09-20', '2026-10-10']),
};

describe('working days (R27)', () => {
  it('Fri 2026-07-03 and ten working days is Fri 2026-07-17', () => {
    expect(addWorkingDays('2026-07-03', 10, AUTUMN_2026)).toBe('2026-07-17');
  });

  it('Mon 2026-09-21 and ten working days is Mon 2026-10-12 by the calendar of 2026, and Mon 2026-10-05 without it', () => {
    expect(addWorkingDays('2026-09-21', 10, AUTUMN_2026)).toBe('2026-10-12');
    expect(addWorkingDays('2026-09-21', 10, PLAIN)).toBe('2026-10-05');
  });

  it('counts a worked weekend and no holiday', () => {
    expect(isWorkingDay('2026-10-10', AUTUMN_2026)).toBe(true);
    expect(isWorkingDay('2026-10-11', AUTUMN_2026)).toBe(false);
    expect(isWorkingDay('2026-10-01', AUTUMN_2026)).toBe(false);
    expect(isWorkingDay('2026-10-08', AUTUMN_2026)).toBe(true);
  });

  it('begins on a day that does not count, crosses the year and takes no other text for a day', () => {
    expect(addWorkingDays('2026-07-04', 1, PLAIN)).toBe('2026-07-06');
    expect(addWorkingDays('2026-12-31', 1, PLAIN)).toBe('2027-01-01');
    expect(addWorkingDays('2026-07-04', 0, PLAIN)).toBe('2026-07-04');
    expect(() => addWorkingDays('2026-02-30', 1, PLAIN)).toThrow(RangeError);
    expect(() => addWorkingDays('2026-07-04', 1.5, PLAIN)).toThrow(RangeError);
  });

  it('counts them between two days, in either direction', () => {
    expect(workingDaysBetween('2026-09-21', '2026-10-12', AUTUMN_2026)).toBe(10);
    expect(workingDaysBetween('2026-10-12', '2026-09-21', AUTUMN_2026)).toBe(-10);
    expect(workingDaysBetween('2026-07-03', '2026-07-06', PLAIN)).toBe(1);
    expect(workingDaysBetween('2026-07-03', '2026-07-05', PLAIN)).toBe(0);
    expect(workingDaysBetween('2026-07-03', '2026-07-03', PLAIN)).toBe(0);
  });
});
