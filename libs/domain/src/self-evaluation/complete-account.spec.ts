import { expect, it } from '@jest/globals';
import { completeAccount } from './complete-account.js';

const given = (amounts: Partial<Record<'expenditureFen' | 'fiscalFen' | 'carriedFen' | 'otherFen', number>>) => ({
  expenditureFen: null,
  fiscalFen: null,
  carriedFen: null,
  otherFen: null,
  ...amounts,
});

it('a total alone is money of this year', () => {
  expect(completeAccount(given({ expenditureFen: 37_24 }))).toEqual({
    ok: true,
    value: { expenditureFen: 37_24, fiscalFen: 37_24, carriedFen: 0, otherFen: 0 },
  });
});

it('parts make up the total, and one that is not stated beside others is none', () => {
  expect(completeAccount(given({ fiscalFen: 30, carriedFen: 7 }))).toEqual({
    ok: true,
    value: { expenditureFen: 37, fiscalFen: 30, carriedFen: 7, otherFen: 0 },
  });
});

it('parts that make another total are refused, and so is nothing at all; zero is an amount', () => {
  expect(completeAccount(given({ expenditureFen: 380_000, fiscalFen: 300_000, carriedFen: 70_000 }))).toEqual({
    ok: false,
    error: { code: 'final-account-parts', params: { totalWan: '0.38', partsWan: '0.37' } },
  });
  expect(completeAccount(given({}))).toEqual({ ok: false, error: { code: 'final-account-missing' } });
  expect(completeAccount(given({ expenditureFen: 0 }))).toMatchObject({ ok: true, value: { expenditureFen: 0 } });
});
