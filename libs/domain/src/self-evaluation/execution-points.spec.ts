import { describe, expect, it } from '@jest/globals';
import { wan } from '../testing/assessment-samples.js';
import { executionPoints } from './execution-points.js';
import { DEFAULT_EVALUATION_RULES as rules } from './preset-evaluation-rules.js';

const of = (adjustedBudgetFen: number | null, expenditureFen: number | null) =>
  executionPoints({ rules, adjustedBudgetFen, expenditureFen });

describe('R31: execution points', () => {
  it.each([
    [418, 398.5, 9.53, 95.33],
    [43.2, 37.24, 8.62, 86.2],
    [100, 110, 10, 110],
    [100, 0, 0, 0],
    [100, -3, 0, -3],
  ])('R31: of %d, %d spent has %d of 10', (budget, spent, points, rate) => {
    expect(of(wan(budget), wan(spent))).toEqual({ weight: 10, points, rate, basis: 'rate' });
  });

  it('R28: what is missing is not zero', () => {
    expect(of(null, wan(1))).toMatchObject({ points: null, rate: null, basis: 'budget-missing' });
    expect(of(wan(1), null)).toMatchObject({ points: null, rate: null, basis: 'expenditure-missing' });
  });

  it('R7: a budget of 0 has no rate', () => {
    expect(of(0, 0)).toMatchObject({ points: null, basis: 'nothing-to-spend' });
    expect(of(0, 1)).toMatchObject({ points: 0, rate: null, basis: 'spent-without-budget' });
  });
});
