import { describe, expect, it } from '@jest/globals';
import { addressOf, filterOf, queryAfter } from './follow-up-address.js';

describe('the address of what is put right', () => {
  it('begins with the board of everything', () => {
    expect(addressOf({})).toMatchObject({ tab: 'rectifications', look: 'board', year: null, marks: [], page: 1 });
    expect(queryAfter({}, {})).toEqual({});
  });

  it('keeps what a part is narrowed by, and forgets what it does not know', () => {
    const query = { state: 'submitted', kind: 'audit', only: 'mine,overdue,forNextYear', year: '2026', q: '道路' };
    const address = addressOf(query);
    expect(address).toMatchObject({ state: 'submitted', kind: 'audit', marks: ['mine', 'overdue'] });
    expect(filterOf(address)).toEqual({ year: 2026, q: '道路', mine: 'true', overdue: 'true' });
    expect(addressOf({ ...query, tab: 'measures' })).toMatchObject({
      state: '',
      kind: '',
      marks: ['mine', 'forNextYear'],
    });
  });

  it('starts another part anew but for year and unit, and another filter on the first page', () => {
    const query = { year: '2026', unit: 'u', state: 'submitted', page: '3', id: 'r' };
    expect(queryAfter(query, { tab: 'measures' })).toEqual({ tab: 'measures', year: 2026, unit: 'u' });
    expect(queryAfter(query, { kind: 'audit' })).toMatchObject({ state: 'submitted', kind: 'audit', page: undefined });
    expect(queryAfter(query, { opened: '' })).toMatchObject({ page: 3, id: undefined });
  });
});
