import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { exact, roundHalfAway } from '../kernel/exact.js';
import { plan } from '../testing/assessment-samples.js';
import { earnedSchedule } from './earned-schedule.js';
import { planAt, planAtMonth } from './plan-curve.js';

const june = { year: 2023, month: 6 };
const usual = { schedule: plan(25, 50, 80, 100), startMonth: 1 };
const months = (schedule: typeof usual.schedule | null, month: number, percent: number, startMonth = 1) =>
  roundHalfAway(earnedSchedule({ schedule, startMonth }, { year: 2023, month }, exact(percent)), 2);

describe('R44: earned schedule', () => {
  it.each([
    ['35 % in June, which the plan has at month 4.2', usual.schedule, 6, 35, -1.8],
    ['60 % in June', usual.schedule, 6, 60, 1.33],
    ['level with the plan', usual.schedule, 6, 50, 0],
    ['a flat plan makes nobody late', plan(20, 20, 20, 100), 10, 20, 0],
    ['and late only from its end', plan(20, 20, 20, 100), 11, 20, -1],
    ['below a flat stretch counts to its beginning', plan(20, 20, 20, 100), 10, 10, -8.5],
    ['nothing planned, nothing spent', plan(0, 0, 100, 100), 6, 0, 0],
    ['nothing planned, something spent', plan(0, 0, 100, 100), 6, 50, 2],
    ['nothing spent', usual.schedule, 6, 0, -6],
    ['all is spent where the plan ends flat: the first month of it', plan(0, 50, 100, 100), 6, 100, 4],
    ['overspent is as far ahead as all of the plan', usual.schedule, 6, 130, 6],
    ['overspent in December', usual.schedule, 12, 130, 0],
    ['a net refund is as late as nothing', usual.schedule, 6, -5, -6],
    ['straight-line where the plan is missing', null, 6, 25, -3],
  ])('%s', (_name, schedule, month, percent, expected) => {
    expect(months(schedule, month, percent)).toBe(expected);
  });

  it('a project that was added later is measured from there', () => {
    expect(months(null, 9, 25, 7)).toBe(-1.5);
    expect(months(null, 3, 0, 7)).toBe(0);
    expect(months(null, 3, 50, 7)).toBe(6);
  });

  it('is exact, also on a day inside a month', () => {
    expect(earnedSchedule(usual, june, exact(60)).toFraction()).toBe('4/3');
    expect(earnedSchedule(usual, '2023-06-15', exact(35)).toFraction()).toBe('-13/10');
  });

  it('a plan without a checkpoint in December ends where it stands', () => {
    expect(months([{ month: 6, percent: 100 }], 9, 100)).toBe(0);
    expect(months([{ month: 6, percent: 100 }], 9, 50)).toBe(-6);
  });

  const percents = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)).map((three) => [...three].sort((a, b) => a - b));
  const plans = fc.option(percents.map(([a = 0, b = 0, c = 0]) => plan(a, b, c, 100)));
  const month = fc.integer({ min: 1, max: 12 });

  it('is 0 on the plan, has the sign of the gap, and stays within the year', () => {
    fc.assert(
      fc.property(plans, month, month, fc.integer({ min: -20, max: 150 }), (schedule, startMonth, at, actual) => {
        const ofYear = { schedule, startMonth };
        const planned = planAtMonth(ofYear, at);
        const period = { year: 2023, month: at };
        expect(earnedSchedule(ofYear, period, planned).equals(0)).toBe(true);
        const earned = earnedSchedule(ofYear, period, exact(actual));
        if (planned.gt(exact(actual))) expect(earned.lte(0)).toBe(true);
        if (planned.lt(exact(actual))) expect(earned.gte(0)).toBe(true);
        expect(earned.add(at).gte(0) && earned.add(at).lte(12)).toBe(true);
      }),
    );
  });

  it('more spending is never later', () => {
    fc.assert(
      fc.property(plans, month, fc.nat(120), fc.nat(120), (schedule, at, a, b) => {
        const ofYear = { schedule, startMonth: 1 };
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((percent) =>
          earnedSchedule(ofYear, { year: 2023, month: at }, exact(percent)),
        );
        expect(less && more && less.lte(more)).toBe(true);
      }),
    );
  });

  it('the plan stands in by straight-line alone where it is missing', () => {
    expect(planAt({ schedule: null, startMonth: 7 }, june).equals(0)).toBe(true);
    expect(planAt({ schedule: null, startMonth: 1 }, june).equals(50)).toBe(true);
  });
});
