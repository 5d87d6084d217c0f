import { describe, expect, it } from '@jest/globals';
import { shownDifference } from './shown-difference.js';

const own = { expenditureFen: 100, fiscalFen: 80, otherFen: 20 };
const treasury = (figures: Partial<Record<'expenditureFen' | 'fiscalFen' | 'otherFen', number>>) => ({
  expenditureFen: null,
  fiscalFen: null,
  otherFen: null,
  ...figures,
});

describe('the pair of figures that differ', () => {
  it('are the totals where the treasury has one', () => {
    const difference = { expenditureFen: -10, fiscalFen: -10 };
    const shown = shownDifference({ own, treasury: treasury({ expenditureFen: 90, fiscalFen: 70 }), difference });
    expect(shown).toEqual({ fiscal: false, own: 100, treasury: 90, difference: -10 });
  });

  it('are the fiscal money where the treasury knows only that, or only the split differs', () => {
    const only = { own, treasury: treasury({ fiscalFen: 75 }), difference: { expenditureFen: -5, fiscalFen: -5 } };
    expect(shownDifference(only)).toEqual({ fiscal: true, own: 80, treasury: 75, difference: -5 });
    const split = {
      own,
      treasury: treasury({ expenditureFen: 100, otherFen: 30 }),
      difference: { expenditureFen: 0, fiscalFen: -10 },
    };
    expect(shownDifference(split)).toEqual({ fiscal: true, own: 80, treasury: 70, difference: -10 });
  });
});
