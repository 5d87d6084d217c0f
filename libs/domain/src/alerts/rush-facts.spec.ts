import { describe, expect, it } from '@jest/globals';
import { rushFacts } from './rush-facts.js';

const curve = (...months: readonly (readonly [month: number, expenditureFen: number])[]) =>
  months.map(([month, expenditureFen]) => ({ month, expenditureFen }));

describe('what the year-end rush is judged by (R48)', () => {
  it('is the share of December and of the fourth quarter in the expenditure of the year', () => {
    expect(rushFacts(curve([9, 300], [11, 500], [12, 900]))).toEqual({
      decemberShare: 44.44,
      fourthQuarterShare: 66.67,
    });
  });

  it('knows no share of December where November is not known, and none at all where the end of the year is not', () => {
    expect(rushFacts(curve([9, 300], [12, 900]))).toEqual({ decemberShare: null, fourthQuarterShare: 66.67 });
    expect(rushFacts(curve([9, 300], [11, 500]))).toBeNull();
    expect(rushFacts(curve([9, 0], [11, 0], [12, 0]))).toBeNull();
  });
});
