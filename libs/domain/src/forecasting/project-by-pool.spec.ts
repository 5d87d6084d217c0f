import { describe, it, expect } from '@jest/globals';
import { forecastByPool, intervalByPool } from './project-by-pool.js';

const pool = { spentFen: 400, forecastFen: 1000, standardErrorFen: 100, lowerFen: 880, upperFen: 1150 };
const history = { ...pool, years: 3, months: [6, 12] };
const project = { spentFen: 3500, forecastFen: 7500, budgetFen: 10_000 };

describe('R45: interval by the history of the pool', () => {
  it('is as wide as that of the pool in proportion to what is to come', () => {
    expect(intervalByPool(project, history)).toEqual({ lowerFen: 6700, upperFen: 8500, basis: 'pool' });
  });

  it('ends at the budget, unless that is exceeded already', () => {
    expect(intervalByPool({ ...project, budgetFen: 8000 }, history)?.upperFen).toBe(8000);
    expect(intervalByPool({ ...project, budgetFen: 3000 }, history)?.upperFen).toBe(8500);
    expect(intervalByPool({ ...project, budgetFen: null }, history)?.upperFen).toBe(8500);
  });

  it('is null where the pool tells none', () => {
    expect(intervalByPool(project, { ...history, lowerFen: null })).toBeNull();
    expect(intervalByPool(project, { ...history, forecastFen: 400 })).toBeNull();
  });
});

describe('R45: chain ladder of one project', () => {
  const of = (spentFen: number, budgetFen: number | null) => forecastByPool({ spentFen, budgetFen }, history);

  it('develops as its pool does, up to its budget unless that is exceeded', () => {
    expect(of(3500, 10_000)).toBe(8750);
    expect(of(3501, null)).toBe(8753);
    expect(of(3500, 8000)).toBe(8000);
    expect(of(3500, 3000)).toBe(8750);
  });

  it('nothing develops into nothing known', () => {
    expect(of(0, 10_000)).toBeNull();
    expect(forecastByPool({ spentFen: 3500, budgetFen: null }, { ...history, spentFen: 0 })).toBeNull();
  });
});
