import { describe, expect, it } from '@jest/globals';
import { addUp, NO_FIGURES, totalOf } from './outlook-figures.js';

describe('the figures of units', () => {
  it('add up number by number, however deep they stand', () => {
    const one = { projects: 2, money: { budgetFen: 100 }, lights: { red: { projects: 1 } } };
    const other = { projects: 3, money: { budgetFen: 40 }, lights: { red: { projects: 4 } } };
    expect(addUp(one, other)).toEqual({ projects: 5, money: { budgetFen: 140 }, lights: { red: { projects: 5 } } });
  });

  it('are none where there is no unit, and themselves where there is one', () => {
    const one = { ...NO_FIGURES, projects: 7, reporting: { onTime: 5, late: 1, missing: 1, awaited: 0 } };
    expect(totalOf([])).toEqual(NO_FIGURES);
    expect(totalOf([one])).toEqual(one);
  });
});
