import { expect, it } from '@jest/globals';
import { addressOf, filterOf, queryAfter } from './report-list-address.js';

it('keeps what the list is narrowed by, and forgets what it does not know', () => {
  const address = addressOf({ kind: 'monitoring', state: 'sealed', year: '2026', month: '9', unit: 'u', page: '2' });
  expect(filterOf(address, 20)).toEqual({
    ...{ kind: 'monitoring', state: 'sealed', year: 2026, month: 9, unit: 'u' },
    ...{ page: 2, size: 20 },
  });
  expect(filterOf(addressOf({ kind: 'poem', state: '1', month: '9' }), 20)).toEqual({ page: 1, size: 20 });
});

it('begins another filter on the first page, and leaves the part of the page as it is', () => {
  const query = { tab: 'reports', page: '3', year: '2026', month: '9' };
  expect(queryAfter(query, { state: 'draft' })).toMatchObject({ tab: 'reports', state: 'draft', page: undefined });
  expect(queryAfter(query, { year: null })).toMatchObject({ year: undefined, month: undefined });
});
