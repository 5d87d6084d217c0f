import { describe, it, expect } from '@jest/globals';
import { exact } from '../kernel/exact.js';
import { plan } from '../testing/assessment-samples.js';
import { RUSH_RULES, yearEndRush, yearEndShare } from './year-end-rush.js';

const year = (...figures: [month: number, expenditureFen: number][]) =>
  figures.map(([month, expenditureFen]) => ({ month, expenditureFen }));
const CURVE = year([9, 500], [10, 560], [11, 600], [12, 900]);
const usual = { schedule: plan(25, 50, 80, 100), startMonth: 1 };
const peers = (...shares: number[]) => shares.map((share) => exact(share));

describe('R48: year-end rush', () => {
  it('December had a third, the fourth quarter four ninths of the year', () => {
    expect(yearEndShare('december', CURVE)?.toFraction()).toBe('100/3');
    expect(yearEndShare('fourthQuarter', CURVE)?.toFraction()).toBe('400/9');
  });

  it('against the plan: ten points planned for December, 23.33 more spent', () => {
    expect(yearEndRush('december', CURVE, usual, [])).toEqual({
      of: 'december',
      share: 33.33,
      plannedShare: 10,
      gapToPlan: 23.33,
      z: null,
      peers: 0,
      isOverPlan: true,
      isUnusual: false,
    });
    const allInDecember = { schedule: plan(0, 0, 0, 100), startMonth: 1 };
    expect(yearEndRush('december', CURVE, allInDecember, [])?.isOverPlan).toBe(false);
  });

  it('exactly the limit over the plan is not yet a rush', () => {
    const curve = year([11, 750], [12, 1000]);
    expect(yearEndRush('december', curve, usual, [])).toMatchObject({ gapToPlan: 15, isOverPlan: false });
  });

  it('against peers: unusual above a robust z of 3.5', () => {
    const rush = yearEndRush('december', CURVE, usual, peers(8, 9, 10, 11, 12));
    expect(rush).toMatchObject({ z: 15.74, peers: 5, isUnusual: true });
    expect(yearEndRush('december', CURVE, usual, peers(10, 20, 30, 40, 50))?.isUnusual).toBe(false);
  });

  it('few peers, or peers who do not differ, tell nothing', () => {
    expect(yearEndRush('december', CURVE, usual, peers(8, 9, 10, 11))?.z).toBeNull();
    expect(yearEndRush('december', CURVE, usual, peers(8, 8, 8, 8, 8))?.z).toBeNull();
  });

  it('little spent at the end is no rush', () => {
    const rush = yearEndRush('december', year([11, 990], [12, 1000]), usual, peers(28, 29, 30, 31, 32));
    expect(rush).toMatchObject({ isOverPlan: false, isUnusual: false });
    expect(rush?.z).toBeLessThan(-RUSH_RULES.robustZ);
  });

  it('is null where months are missing or nothing was spent', () => {
    expect(yearEndRush('fourthQuarter', year([11, 600], [12, 900]), usual, [])).toBeNull();
    expect(yearEndRush('december', year([11, 0], [12, 0]), usual, [])).toBeNull();
    expect(yearEndRush('december', year([11, 600]), usual, [])).toBeNull();
  });

  it('a refund in December makes its share negative', () => {
    expect(yearEndShare('december', year([11, 1000], [12, 800]))?.valueOf()).toBe(-25);
  });
});
