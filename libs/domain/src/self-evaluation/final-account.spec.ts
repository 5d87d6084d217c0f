import { describe, expect, it } from '@jest/globals';
import { wan } from '../testing/assessment-samples.js';
import { expenditureOfYear } from './final-account.js';

describe('决算', () => {
  it('replaces December’s figure, the difference shown', () => {
    expect(expenditureOfYear(wan(37), wan(37.24), wan(43.2))).toEqual({
      expenditureFen: wan(37.24),
      source: 'finalAccount',
      difference: { fen: wan(0.24), ratePoints: 0.56 },
    });
    expect(expenditureOfYear(wan(40), wan(37), null).difference).toEqual({ fen: -wan(3), ratePoints: null });
  });

  it('counts where it is 0, or the same', () => {
    expect(expenditureOfYear(wan(1), 0, wan(10))).toMatchObject({ expenditureFen: 0, difference: { ratePoints: -10 } });
    expect(expenditureOfYear(wan(1), wan(1), wan(10)).difference).toEqual({ fen: 0, ratePoints: 0 });
  });

  it('until it comes, December’s counts', () => {
    expect(expenditureOfYear(wan(37), null, wan(43.2))).toEqual({
      expenditureFen: wan(37),
      source: 'round',
      difference: null,
    });
    expect(expenditureOfYear(null, null, wan(43.2))).toMatchObject({ expenditureFen: null, source: null });
    expect(expenditureOfYear(null, 5, 0)).toMatchObject({ source: 'finalAccount', difference: null });
  });
});
