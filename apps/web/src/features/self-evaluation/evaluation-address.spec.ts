import { describe, expect, it } from '@jest/globals';
import { addressOf, isNarrowed, queryAfter, searchOf, WIDE } from './evaluation-address.js';

describe('the address of the self-evaluations', () => {
  it('shows the worst of the newest year where nothing is asked for', () => {
    const address = addressOf({});
    expect(address).toMatchObject({ tab: 'projects', year: null, sort: 'score', page: 1 });
    expect(isNarrowed(address)).toBe(false);
    expect(searchOf(address, 2025)).toEqual({ year: 2025, sort: 'score' });
  });

  it('keeps what it is narrowed by, and leaves out what it does not know', () => {
    const address = addressOf({ year: '2025', state: 'returned', grade: 'none', mine: '1', sort: 'luck', page: '0' });
    expect(searchOf(address, 2025)).toEqual({
      year: 2025,
      state: 'returned',
      grade: 'none',
      mine: 'true',
      sort: 'score',
    });
    expect(address.page).toBe(1);
    expect(isNarrowed(address)).toBe(true);
    expect(isNarrowed({ ...address, ...WIDE })).toBe(false);
  });

  it('begins on the first page again with any change but that of the page', () => {
    const query = { year: '2025', page: '3', grade: 'poor' };
    expect(queryAfter(query, { page: 4 })).toMatchObject({ page: 4, grade: 'poor', year: 2025 });
    expect(queryAfter(query, { grade: null })).toMatchObject({ page: undefined, grade: undefined });
  });
});
