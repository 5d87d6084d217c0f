import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '../kernel/calendar-date.js';
import { effectiveDeadline, isDeadlinePassed, roundStatus } from './round-window.js';

const UNIT = '/county/department/unit/';
const CLOSES = '2023-07-15';
const deadline = (exceptions: readonly (readonly [string, string])[], path = UNIT) =>
  effectiveDeadline(CLOSES, path, new Map(exceptions));

describe('the window of a round', () => {
  it('opens by itself on its first day and stays locked once it is', () => {
    const round = { status: 'open' as const, opensOn: '2023-07-01' };
    expect(roundStatus(round, '2023-06-30')).toBe('notOpen');
    expect(roundStatus(round, '2023-07-01')).toBe('open');
    expect(roundStatus({ ...round, status: 'locked' }, '2023-06-30')).toBe('locked');
  });

  it('R28: includes its last day, unless reporting was ended for all', () => {
    expect(isDeadlinePassed({ closesOn: CLOSES, reportingEndedAt: null }, CLOSES)).toBe(false);
    expect(isDeadlinePassed({ closesOn: CLOSES, reportingEndedAt: null }, '2023-07-16')).toBe(true);
    expect(isDeadlinePassed({ closesOn: CLOSES, reportingEndedAt: '2023-07-03T01:00:00.000Z' }, '2023-07-03')).toBe(
      true,
    );
  });
});

describe('the deadline of a unit', () => {
  it("is the round's where nobody above it was given more time", () => {
    expect(deadline([])).toEqual({ closesOn: CLOSES, grantedTo: null });
    expect(deadline([['another', '2023-07-31']])).toEqual({ closesOn: CLOSES, grantedTo: null });
  });

  it('is that of the nearest exception, upwards from the unit', () => {
    const department = ['department', '2023-07-31'] as const;
    expect(deadline([department])).toEqual({ closesOn: '2023-07-31', grantedTo: 'department' });
    expect(deadline([department, ['unit', '2023-07-20']])).toEqual({ closesOn: '2023-07-20', grantedTo: 'unit' });
    expect(deadline([department, ['unit', '2023-07-20']], '/county/department/')).toMatchObject({
      grantedTo: 'department',
    });
  });

  it('is never earlier than the day of all others', () => {
    expect(deadline([['unit', '2023-07-10']])).toEqual({ closesOn: CLOSES, grantedTo: null });
  });
});

it('counts days over months and leap years', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2023-07-15', '2023-07-15')).toBe(0);
  expect(daysBetween('2024-01-01', '2023-12-31')).toBe(-1);
});
