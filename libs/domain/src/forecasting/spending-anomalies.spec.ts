import { describe, it, expect } from '@jest/globals';
import { plan } from '../testing/assessment-samples.js';
import { mismatchFinding, rushFinding, SPENDING_ANOMALY_RULES, stalledSpending } from './spending-anomalies.js';
import { yearEndRush } from './year-end-rush.js';

const curve = (...figures: [month: number, expenditureFen: number][]) =>
  figures.map(([month, expenditureFen]) => ({ month, expenditureFen }));
const usual = { schedule: plan(25, 50, 80, 100), startMonth: 1 };
const stalled = (...figures: [number, number][]) => stalledSpending(curve(...figures), usual, 1000);

describe('spending that stands still', () => {
  it('for three months while the plan went on', () => {
    expect(stalled([3, 250], [6, 250])).toEqual({
      code: 'spending-stalled',
      fromMonth: 3,
      toMonth: 6,
      expenditureFen: 250,
      rate: 25,
      plannedFrom: 25,
      plannedTo: 50,
    });
  });

  const NOT_STALLED: readonly [name: string, figures: [number, number][]][] = [
    [
      'for two months only',
      [
        [3, 250],
        [4, 250],
        [5, 250],
      ],
    ],
    [
      'growing a little',
      [
        [3, 250],
        [6, 251],
      ],
    ],
    [
      'earlier, and growing again',
      [
        [3, 250],
        [6, 250],
        [9, 300],
      ],
    ],
    [
      'with all money spent',
      [
        [3, 1000],
        [9, 1000],
      ],
    ],
    ['with a single month known, which grew', [[3, 250]]],
  ];
  it.each(NOT_STALLED)('not %s', (_name, figures) => {
    expect(stalled(...figures)).toBeNull();
  });

  it('counts from the last increase, over any months known', () => {
    expect(stalled([2, 100], [3, 250], [5, 250], [6, 250], [9, 240])).toMatchObject({ fromMonth: 3, toMonth: 9 });
  });

  it('from the start of the year or of the project where nothing was ever spent', () => {
    expect(stalled([3, 0])).toMatchObject({ fromMonth: 0, toMonth: 3, plannedFrom: 0, plannedTo: 25 });
    const late = { schedule: null, startMonth: 7 };
    expect(stalledSpending(curve([6, 0], [8, 0]), late, 1000)).toBeNull();
    expect(stalledSpending(curve([6, 0], [9, 0]), late, 1000)).toMatchObject({ fromMonth: 6, plannedTo: 50 });
  });

  it('from the end of January, of what the plan had then', () => {
    expect(stalled([1, 100], [4, 100])).toMatchObject({ fromMonth: 1, plannedFrom: 8.33, plannedTo: 33.33 });
  });

  it('a plan that goes on by five points is enough, by less is not', () => {
    const planned = (june: number) => ({ schedule: plan(25, june, 80, 100), startMonth: 1 });
    expect(stalledSpending(curve([3, 250], [6, 250]), planned(30), 1000)).toMatchObject({ plannedTo: 30 });
    expect(stalledSpending(curve([3, 250], [6, 250]), planned(29.9), 1000)).toBeNull();
  });

  it('a plan that stands still excuses it', () => {
    const flat = { schedule: plan(20, 20, 20, 100), startMonth: 1 };
    expect(stalledSpending(curve([3, 200], [10, 200]), flat, 1000)).toBeNull();
    expect(stalledSpending(curve([3, 200], [11, 200]), flat, 1000)).toMatchObject({ fromMonth: 3, toMonth: 11 });
  });

  it('nothing stands still without a budget, or without a figure', () => {
    expect(stalledSpending(curve([3, 0], [6, 0]), usual, null)).toBeNull();
    expect(stalledSpending(curve([3, 0], [6, 0]), usual, 0)).toBeNull();
    expect(stalledSpending([], usual, 1000)).toBeNull();
  });

  it('the limits are data', () => {
    const rules = { ...SPENDING_ANOMALY_RULES, stalledMonths: 2 };
    expect(stalledSpending(curve([3, 250], [5, 250]), usual, 1000, rules)).toMatchObject({ toMonth: 5 });
  });
});

describe('R15: money against results as a finding', () => {
  const mismatch = {
    goalPercent: 54,
    executionRate: 65,
    gap: 11,
    indicators: 3,
    side: 'moneyAhead',
    limit: 10,
  } as const;

  it('is the one that the rule pack makes, either way', () => {
    expect(mismatchFinding(6, mismatch)).toEqual({ code: 'money-ahead-of-results', month: 6, mismatch });
    const goals = { ...mismatch, goalPercent: 65, executionRate: 54, gap: -11, side: 'goalsAhead' } as const;
    expect(mismatchFinding(6, goals)).toEqual({ code: 'results-ahead-of-money', month: 6, mismatch: goals });
  });

  it('is none where they keep together, or are not compared', () => {
    expect(mismatchFinding(6, { ...mismatch, gap: 10, side: null })).toBeNull();
    expect(mismatchFinding(6, null)).toBeNull();
  });
});

describe('R48: a rush as a finding', () => {
  it('where it stands out, against plan or peers', () => {
    const rush = (...figures: [number, number][]) => yearEndRush('december', curve(...figures), usual, []);
    expect(rushFinding(rush([11, 600], [12, 900]))).toMatchObject({ code: 'year-end-rush', rush: { share: 33.33 } });
    expect(rushFinding(rush([11, 900], [12, 1000]))).toBeNull();
    expect(rushFinding(rush([12, 1000]))).toBeNull();
  });
});
