import { describe, it, expect } from '@jest/globals';
import { adjustedBudget, checkAdjustments } from './budget.js';
import type { BudgetAdjustment } from './target-types.js';

const addition = (effectiveOn: string, amountFen: number): BudgetAdjustment => ({
  effectiveOn,
  kind: 'addition',
  amountFen,
});
const reduction = (effectiveOn: string, amountFen: number): BudgetAdjustment => ({
  ...addition(effectiveOn, amountFen),
  kind: 'reduction',
});

describe('R6: adjusted budget', () => {
  const adjustments = [addition('2023-05-10', 10_000_000), reduction('2023-08-01', 5_800_000)];

  it('235.8 + 10 − 5.8 = 240', () => {
    expect(adjustedBudget(235_800_000, adjustments, '2023-12-31')).toBe(240_000_000);
  });

  it('uses what is in force on the date, that day included', () => {
    expect(adjustedBudget(235_800_000, adjustments, '2023-05-09')).toBe(235_800_000);
    expect(adjustedBudget(235_800_000, adjustments, '2023-05-10')).toBe(245_800_000);
    expect(adjustedBudget(235_800_000, adjustments, '2023-07-31')).toBe(245_800_000);
  });

  it('an unknown initial budget stays unknown; zero is a budget', () => {
    expect(adjustedBudget(null, adjustments, '2023-12-31')).toBeNull();
    expect(adjustedBudget(0, [addition('2023-03-01', 500)], '2023-12-31')).toBe(500);
  });

  it('refuses a budget below zero on any day', () => {
    const late = [reduction('2023-02-01', 600), addition('2023-03-01', 200)];
    expect(checkAdjustments(500, late)).toEqual({ code: 'budget-below-zero', params: { effectiveOn: '2023-02-01' } });
    expect(checkAdjustments(500, [reduction('2023-02-01', 600), addition('2023-02-01', 200)])).toBeNull();
    expect(checkAdjustments(null, late)).toBeNull();
  });
});
