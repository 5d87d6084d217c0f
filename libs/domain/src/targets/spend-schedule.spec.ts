import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { exact, roundHalfAway } from '../kernel/exact.js';
import { parseSchedule, plannedPercent, straightLinePercent, toCumulative } from './spend-schedule.js';
import type { SpendSchedule } from './target-types.js';

const plan = (...percents: number[]): SpendSchedule =>
  [3, 6, 10, 12].map((month, at) => ({ month, percent: percents[at] ?? 0 }));
const at = (month: number) => ({ year: 2023, month });
const codes = (cells: string[], months?: number[]) => {
  const { schedule, problems, warnings } = parseSchedule(cells, months);
  return {
    percents: schedule?.map(({ percent }) => percent) ?? null,
    codes: [...problems, ...warnings].map((p) => p.code),
  };
};

describe('R4: schedule', () => {
  it.each([
    [
      ['25%', '50%', '80%', '100%'],
      [25, 50, 80, 100],
    ],
    [
      ['０', '５０％', '60', '100'],
      [0, 50, 60, 100],
    ],
    [
      ['25 %', '80百分比', '[bookmark: _GoBack]100%', '100%'],
      [25, 80, 100, 100],
    ],
    [
      ['12.5', '50', '80', '100.00%'],
      [12.5, 50, 80, 100],
    ],
  ])('reads %j', (cells, expected) => {
    expect(codes(cells)).toEqual({ percents: expected, codes: [] });
  });

  it('accepts 20/20/20/100 and 0/50/50/100, and advises on October below 60', () => {
    expect(codes(['20%', '20%', '20%', '100%'])).toEqual({ percents: [20, 20, 20, 100], codes: ['schedule-low-late'] });
    expect(codes(['0', '50%', '50%', '100%'])).toEqual({ percents: [0, 50, 50, 100], codes: ['schedule-low-late'] });
    expect(codes(['0', '0', '59.9', '100']).codes).toEqual(['schedule-low-late']);
    expect(codes(['0', '0', '60', '100']).codes).toEqual([]);
  });

  it.each([
    [['25', '20', '80', '100'], 'schedule-decreasing'],
    [['25', '50', '80'], 'schedule-wrong-count'],
    [['25', '', '80', '100'], 'schedule-wrong-count'],
    [['25', '50', '80', '100', '100'], 'schedule-wrong-count'],
    [['-5', '50', '80', '100'], 'schedule-out-of-range'],
    [['25', '50', '80', '101'], 'schedule-out-of-range'],
    [['25', '50', '80', '99'], 'schedule-last-not-100'],
    [['25', '50', 'x', '100'], 'schedule-unreadable'],
    [['25', '50', 'NaN', '100'], 'schedule-unreadable'],
  ])('drops %j with %s', (cells, code) => {
    const { schedule, problems, warnings } = parseSchedule(cells);
    expect({ schedule, problems: problems.map((p) => p.code), warnings }).toEqual({
      schedule: null,
      problems: [code],
      warnings: [],
    });
  });

  it('25/25/25/25 looks non-cumulative: a warning with all that the question "convert?" needs', () => {
    const params = { printed: '25/25%/25/25', converted: '25/50/75/100', months: '3/6/10/12' };
    expect(parseSchedule(['25', '25%', '25', '25'])).toEqual({
      schedule: null,
      problems: [],
      warnings: [{ code: 'schedule-looks-non-cumulative', params }],
    });
    expect(parseSchedule(['40', '60'], [6, 12]).warnings[0]?.params).toMatchObject({ months: '6/12' });
  });

  it.each([
    [
      [25, 25, 25, 25],
      [25, 50, 75, 100],
    ],
    [
      [0.1, 0.2, 99.7],
      [0.1, 0.3, 100],
    ],
    [[], []],
  ])('converts shares %j into running totals without rounding', (shares, totals) => {
    expect(toCumulative(shares)).toEqual(totals);
  });

  it('all blank, or no such table: the plan is missing', () => {
    expect(codes(['', ' ', '', '-'])).toEqual({ percents: null, codes: ['schedule-missing'] });
    expect(codes([])).toEqual({ percents: null, codes: ['schedule-missing'] });
  });

  it('checkpoints are data', () => {
    expect(parseSchedule(['30', '100'], [6, 12]).schedule).toEqual([
      { month: 6, percent: 30 },
      { month: 12, percent: 100 },
    ]);
    expect(codes(['30', '100'], [12, 6]).codes).toEqual(['schedule-wrong-months']);
  });

  it('is total over any cells, and what it accepts is a cumulative plan', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer({ min: -10, max: 110 }).map(String),
      fc.constantFrom('100%', '', '0'),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 6 }), (cells) => {
        const { schedule, problems, warnings } = parseSchedule(cells);
        if (!schedule) return expect(problems.length + warnings.length).toBeGreaterThan(0);
        const percents = schedule.map(({ percent }) => percent);
        expect(percents).toEqual([...percents].sort((a, b) => a - b));
        expect(percents.at(-1)).toBe(100);
      }),
    );
  });
});

describe('R5: planned percent at a date', () => {
  it.each([
    [plan(25, 50, 80, 100), 9, 72.5],
    [plan(20, 20, 20, 100), 11, 60],
    [plan(10, 50, 80, 100), 1, 3.33],
    [plan(0, 0, 100, 100), 9, 75],
    [plan(25, 50, 80, 100), 12, 100],
  ])('%j at the end of month %i is %p', (schedule, month, expected) => {
    expect(roundHalfAway(plannedPercent(schedule, at(month)), 2)).toBe(expected);
  });

  it('runs by day inside a month', () => {
    expect(plannedPercent(plan(25, 50, 80, 100), '2023-09-15').toFraction()).toBe('275/4');
    expect(plannedPercent(plan(25, 50, 80, 100), '2023-09-30').valueOf()).toBe(72.5);
  });

  it('is exact: 10/50/80/100 in January is 10/3', () => {
    expect(plannedPercent(plan(10, 50, 80, 100), at(1)).toFraction()).toBe('10/3');
  });

  const percents = fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 })
    .map((tenths) => plan(...tenths.sort((a, b) => a - b).map((tenth) => tenth / 10), 100));
  const day = fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((parts) => `2023-${parts.map((part) => String(part).padStart(2, '0')).join('-')}`);

  it('never falls, stays within 0–100, and is exact at the checkpoints', () => {
    fc.assert(
      fc.property(percents, day, day, (schedule, one, other) => {
        const [early, late] = [one, other].sort() as [string, string];
        const [from, to] = [plannedPercent(schedule, early), plannedPercent(schedule, late)];
        expect(from.lte(to)).toBe(true);
        expect(from.gte(exact(0)) && to.lte(exact(100))).toBe(true);
        for (const { month, percent } of schedule) {
          expect(plannedPercent(schedule, at(month)).equals(exact(percent))).toBe(true);
        }
      }),
    );
  });
});

describe('R5: straight-line progress', () => {
  it('is month ÷ 12', () => {
    expect(straightLinePercent(at(6)).valueOf()).toBe(50);
    expect(roundHalfAway(straightLinePercent(at(10)), 2)).toBe(83.33);
    expect(straightLinePercent('2023-06-15').toFraction()).toBe('275/6');
  });

  it('counts from the month a project was added', () => {
    expect(straightLinePercent(at(7), 7).toFraction()).toBe('50/3');
    expect(straightLinePercent(at(9), 7).valueOf()).toBe(50);
    expect(straightLinePercent(at(12), 7).valueOf()).toBe(100);
    expect(straightLinePercent(at(12), 12).valueOf()).toBe(100);
    expect(straightLinePercent(at(3), 7).valueOf()).toBe(0);
  });
});

describe('R8: gaps', () => {
  it('budget 235.8, 160 spent in October: −12.15 to plan, −15.48 to straight-line', () => {
    const rate = exact(160).div(exact(235.8)).mul(exact(100));
    expect(roundHalfAway(rate, 2)).toBe(67.85);
    expect(roundHalfAway(rate.sub(plannedPercent(plan(25, 50, 80, 100), at(10))), 2)).toBe(-12.15);
    expect(roundHalfAway(rate.sub(straightLinePercent(at(10))), 2)).toBe(-15.48);
  });
});
