import { describe, it, expect } from '@jest/globals';
import { plan } from '../testing/assessment-samples.js';
import { correctionsKnownAt, curveAgainstPlan, curveAsKnownAt, type RecordedExpenditure } from './cumulative-curve.js';

const record = (month: number, fen: number, from: string, to: string | null = null): RecordedExpenditure => ({
  month,
  expenditureFen: fen,
  recordedAt: `2023-${from}T08:00:00Z`,
  supersededAt: to === null ? null : `2023-${to}T08:00:00Z`,
});
const RECORDS = [
  record(6, 500, '07-05'),
  record(3, 250, '04-10', '07-01'),
  record(3, 240, '07-01'),
  record(9, 800, '10-08', '10-20'),
];

describe('R43: the curve as known on a date', () => {
  it.each([
    ['2023-04-01T00:00:00Z', []],
    ['2023-04-10T08:00:00Z', [[3, 250]]],
    ['2023-06-30T23:59:59+08:00', [[3, 250]]],
    ['2023-07-01T08:00:00.000Z', [[3, 240]]],
    [
      '2023-10-10T00:00:00Z',
      [
        [3, 240],
        [6, 500],
        [9, 800],
      ],
    ],
    [
      '2023-12-01T00:00:00Z',
      [
        [3, 240],
        [6, 500],
      ],
    ],
  ])('at %s: %j', (instant, expected) => {
    const known = curveAsKnownAt(RECORDS, instant);
    expect(known.map(({ month, expenditureFen }) => [month, expenditureFen])).toEqual(expected);
  });

  it('a figure that was withdrawn is not known from that moment on', () => {
    const known = curveAsKnownAt(RECORDS, '2023-10-20T08:00:00Z');
    expect(known.map(({ month }) => month)).toEqual([3, 6]);
  });

  it('is ascending by month, in whatever order the figures came', () => {
    const known = curveAsKnownAt(
      [record(9, 3, '10-08'), record(3, 1, '12-01'), record(6, 2, '11-01')],
      '2023-12-31T00:00:00Z',
    );
    expect(known.map(({ month }) => month)).toEqual([3, 6, 9]);
  });

  it('of two figures in force for one month the later one counts', () => {
    const known = curveAsKnownAt([record(3, 2, '05-01'), record(3, 1, '04-01')], '2023-06-01T00:00:00Z');
    expect(known).toEqual([{ month: 3, expenditureFen: 2 }]);
  });

  it('refuses what is no instant', () => {
    expect(() => curveAsKnownAt(RECORDS, 'soon')).toThrow(RangeError);
  });
});

describe('R43: corrections', () => {
  it('are kept with their time, and known from then on', () => {
    const first = { month: 3, fromFen: 250, toFen: 240, at: '2023-07-01T08:00:00Z' };
    const withdrawn = { month: 9, fromFen: 800, toFen: null, at: '2023-10-20T08:00:00Z' };
    expect(correctionsKnownAt(RECORDS, '2023-06-30T00:00:00Z')).toEqual([]);
    expect(correctionsKnownAt(RECORDS, '2023-10-10T00:00:00Z')).toEqual([first]);
    expect(correctionsKnownAt(RECORDS, '2023-12-01T00:00:00Z')).toEqual([first, withdrawn]);
  });

  it('are known from their very moment', () => {
    expect(correctionsKnownAt(RECORDS, '2023-07-01T08:00:00Z')).toHaveLength(1);
    expect(correctionsKnownAt(RECORDS, '2023-10-20T07:59:59Z')).toHaveLength(1);
    expect(correctionsKnownAt(RECORDS, '2023-10-20T08:00:00Z')).toHaveLength(2);
  });

  it('come in the order of their time, and of the month where that is the same', () => {
    const records = [3, 6, 9].flatMap((month) => {
      const at = month === 9 ? '10-20' : '11-01';
      return [record(month, 1, '10-01', at), record(month, 2, at)];
    });
    const months = (given: typeof records) =>
      correctionsKnownAt(given, '2023-12-01T00:00:00Z').map(({ month }) => month);
    expect(months(records)).toEqual([9, 3, 6]);
    expect(months([...records].reverse())).toEqual([9, 3, 6]);
  });

  it('the same figure again is none', () => {
    const again = [record(3, 250, '04-10', '05-01'), record(3, 250, '05-01')];
    expect(correctionsKnownAt(again, '2023-12-01T00:00:00Z')).toEqual([]);
  });

  it('a figure that was withdrawn and given again is one', () => {
    const again = [record(3, 250, '04-10', '05-01'), record(3, 260, '06-01')];
    expect(correctionsKnownAt(again, '2023-12-01T00:00:00Z')).toEqual([
      { month: 3, fromFen: 250, toFen: 260, at: '2023-06-01T08:00:00Z' },
    ]);
  });
});

describe('R43: against plan and straight line', () => {
  const known = [{ month: 6, expenditureFen: 500 }];

  it('has all twelve months, in percent and in money', () => {
    const points = curveAgainstPlan(known, { schedule: plan(10, 40, 80, 100), startMonth: 1 }, 1000);
    expect(points).toHaveLength(12);
    expect(points[5]).toEqual({
      month: 6,
      expenditureFen: 500,
      plannedPercent: 40,
      straightLinePercent: 50,
      plannedFen: 400,
      straightLineFen: 500,
    });
    expect(points[0]).toMatchObject({ expenditureFen: null, plannedPercent: 3.33, plannedFen: 33 });
  });

  it('without plan the straight line stands in, without budget there is no money', () => {
    const points = curveAgainstPlan(known, { schedule: null, startMonth: 7 }, null);
    expect(points[8]).toMatchObject({ plannedPercent: 50, straightLinePercent: 50, plannedFen: null });
    expect(points[5]).toMatchObject({ plannedPercent: 0, expenditureFen: 500 });
  });
});
