import { describe, it, expect } from '@jest/globals';
import { completeExpenditure } from './expenditure-split.js';

describe('expenditure by source', () => {
  it.each([
    ['only the total is fiscal money', { expenditureFen: 100 }, { expenditureFen: 100, fiscalFen: 100, otherFen: 0 }],
    [
      'total and fiscal give other',
      { expenditureFen: 100, fiscalFen: 70 },
      { expenditureFen: 100, fiscalFen: 70, otherFen: 30 },
    ],
    [
      'total and other give fiscal',
      { expenditureFen: 100, otherFen: 70 },
      { expenditureFen: 100, fiscalFen: 30, otherFen: 70 },
    ],
    [
      'both parts give the total',
      { fiscalFen: 70, otherFen: 30 },
      { expenditureFen: 100, fiscalFen: 70, otherFen: 30 },
    ],
    ['one part stands alone', { otherFen: 30 }, { expenditureFen: 30, fiscalFen: 0, otherFen: 30 }],
    ['zero is an answer', { expenditureFen: 0 }, { expenditureFen: 0, fiscalFen: 0, otherFen: 0 }],
  ])('%s', (_name, input, expected) => {
    expect(completeExpenditure(input)).toEqual({ ok: true, value: expected });
  });

  it('R28: nothing given is not reported, which is not zero', () => {
    expect(completeExpenditure({})).toEqual({ ok: true, value: null });
    expect(completeExpenditure({ expenditureFen: null, fiscalFen: null })).toEqual({ ok: true, value: null });
  });

  it.each([
    ['parts that do not sum', { expenditureFen: 100, fiscalFen: 70, otherFen: 31 }],
    ['a part above the total', { expenditureFen: 100, fiscalFen: 101 }],
  ])('refuses %s', (_name, input) => {
    expect(completeExpenditure(input)).toMatchObject({ ok: false, error: { code: 'expenditure-split' } });
  });

  it('refuses a sum above what is stored exactly', () => {
    const half = 5_000_000_000_000_000;
    expect(completeExpenditure({ fiscalFen: half, otherFen: half })).toMatchObject({
      ok: false,
      error: { code: 'amount-too-large' },
    });
  });
});
