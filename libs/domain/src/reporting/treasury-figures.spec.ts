import { describe, expect, it } from '@jest/globals';
import { wan } from '../testing/assessment-samples.js';
import {
  checkFigures,
  figureWarnings,
  mergedFigures,
  NO_TREASURY_FIGURES,
  type GivenFigures,
} from './treasury-figures.js';

const figures = (given: GivenFigures) => ({ ...NO_TREASURY_FIGURES, ...given });
const codes = (...given: Parameters<typeof figureWarnings>) => figureWarnings(...given).map(({ code }) => code);

describe('treasury figures', () => {
  it('keep what a delivery leaves out, and lose what it takes back', () => {
    const stored = figures({ expenditureFen: 10, releasedFen: 50, receivedFen: 40 });
    expect(mergedFigures(stored, { releasedFen: 60 })).toEqual({ ...stored, releasedFen: 60 });
    expect(mergedFigures(stored, { receivedFen: null })).toEqual({ ...stored, receivedFen: null });
  });

  it('replace the three figures of spending together', () => {
    const stored = figures({ expenditureFen: 100, fiscalFen: 80, otherFen: 20, releasedFen: 5 });
    expect(mergedFigures(stored, { expenditureFen: 120 })).toEqual(figures({ expenditureFen: 120, releasedFen: 5 }));
  });

  it('are refused where negative or where the parts contradict the total', () => {
    expect(checkFigures(figures({ receivedFen: -1 }))?.code).toBe('figure-negative');
    expect(checkFigures(figures({ expenditureFen: 100, fiscalFen: 80, otherFen: 30 }))?.code).toBe('expenditure-split');
    expect(checkFigures(figures({ expenditureFen: 100, fiscalFen: 101 }))?.code).toBe('expenditure-split');
    expect(checkFigures(figures({ releasedFen: 10_000_000_000_000_000 }))?.code).toBe('amount-too-large');
    expect(checkFigures(figures({ expenditureFen: 100, fiscalFen: 80, otherFen: 20 }))).toBeNull();
    expect(checkFigures(figures({ expenditureFen: 100, otherFen: 20 }))).toBeNull();
  });

  it('warn of a fall, which refunds make possible, and of more than a later month has', () => {
    const june = { month: 6, figures: figures({ expenditureFen: wan(50) }) };
    const march = { month: 3, figures: figures({ expenditureFen: wan(60) }) };
    expect(figureWarnings(june, march, null)).toEqual([
      {
        code: 'expenditure-below-earlier',
        params: { month: 6, valueWan: '50.00', otherMonth: 3, otherWan: '60.00' },
      },
    ]);
    expect(codes(march, null, june)).toEqual(['expenditure-above-later']);
    expect(codes(june, { ...march, figures: figures({ expenditureFen: wan(50) }) }, null)).toEqual([]);
  });

  it('warn where more was received than released, and more spent than received', () => {
    const month = { month: 6, figures: figures({ fiscalFen: 90, receivedFen: 80, releasedFen: 70 }) };
    expect(codes(month, null, null)).toEqual(['received-over-released', 'spent-over-received']);
    expect(codes({ month: 6, figures: figures({ fiscalFen: 90 }) }, null, null)).toEqual([]);
  });
});
