import { describe, expect, it } from '@jest/globals';
import { addressOf, queryAfter } from './analysis-address.js';

describe('the address of the analysis', () => {
  it('asks where the year will end where it says nothing, or nothing that there is', () => {
    expect(addressOf({ view: 'everything', page: '-1', sort: '1', code: 'x' })).toMatchObject({
      view: 'forecast',
      page: 1,
      sort: 'percent',
      code: null,
    });
  });

  it('keeps the round and the unit when another question is asked, and nothing of the last one', () => {
    const current = { year: '2026', month: '9', unit: 'u', sort: 'money', likelihood: 'possible', page: '3' };
    expect(queryAfter(current, { view: 'rush' })).toEqual({ year: '2026', month: '9', unit: 'u', view: 'rush' });
  });

  it('starts on the first page of another order, and turns pages within one', () => {
    const current = { sort: 'money', page: '3' };
    expect(queryAfter(current, { likelihood: 'possible' })).toEqual({ sort: 'money', likelihood: 'possible' });
    expect(queryAfter(current, { page: 4 })).toEqual({ sort: 'money', page: 4 });
  });
});
