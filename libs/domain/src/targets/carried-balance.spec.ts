import { describe, expect, it } from '@jest/globals';
import {
  balanceDifference,
  balanceProblem,
  bookedBalance,
  type December,
  type FundedAdjustment,
} from './carried-balance.js';

const YEAR = 2031;
const december = (change: Partial<December> = {}): December => ({
  status: 'locked',
  reopened: false,
  computing: false,
  unspentFen: 100,
  ...change,
});
const adjustment = (change: Partial<FundedAdjustment>): FundedAdjustment => ({
  effectiveOn: '2031-01-01',
  kind: 'addition',
  amountFen: 100,
  fundSource: 'carriedOver',
  ...change,
});
const successor = (adjustments: readonly FundedAdjustment[], initialBudgetFen: number | null = 0) => ({
  isLinked: true,
  initialBudgetFen,
  adjustments,
});

describe('the balance of the year before (R6)', () => {
  it('is booked by what carried-over funds were given and taken on 1 January, and by nothing else', () => {
    const taken = adjustment({ kind: 'reduction', amountFen: 30 });
    expect(bookedBalance([adjustment({}), taken], YEAR)).toBe(70);
    const later = adjustment({ effectiveOn: '2031-06-01', kind: 'reduction', amountFen: 20 });
    expect(bookedBalance([adjustment({}), later, adjustment({ fundSource: 'fiscal' })], YEAR)).toBe(100);
    expect(bookedBalance([adjustment({ effectiveOn: '2030-01-01' })], YEAR)).toBe(0);
  });

  it.each([
    [{ status: null }, 'december-missing'],
    [{ status: 'open' }, 'december-open'],
    [{ reopened: true }, 'december-reopened'],
    [{ computing: true }, 'december-computing'],
    [{ unspentFen: null }, 'figures-missing'],
    [{}, null],
  ] as const)('is final only in a locked December that nothing is changing: %j', (change, problem) => {
    expect(balanceProblem(december(change), null, YEAR)).toBe(problem);
    expect(balanceDifference(december(change), 40)).toBe(problem === null ? 60 : null);
  });

  it('is not booked where the budget is unknown or cannot bear it', () => {
    expect(balanceProblem(december(), successor([], null), YEAR)).toBe('budget-unknown');
    expect(balanceProblem(december({ unspentFen: 0 }), successor([], null), YEAR)).toBeNull();
    const spent = adjustment({ effectiveOn: '2031-02-01', kind: 'reduction', amountFen: 90, fundSource: 'fiscal' });
    expect(balanceProblem(december({ unspentFen: 90 }), successor([adjustment({}), spent]), YEAR)).toBeNull();
    expect(balanceProblem(december({ unspentFen: 89 }), successor([adjustment({}), spent]), YEAR)).toBe(
      'budget-too-small',
    );
  });
});
