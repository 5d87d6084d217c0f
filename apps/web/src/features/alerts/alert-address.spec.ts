import { describe, expect, it } from '@jest/globals';
import { addressOf, isNarrowed, queryAfter, searchOf, WIDE } from './alert-address.js';

describe('the address of the alerts', () => {
  it('asks what is not closed in all rounds, the most urgent first, where it says nothing or nothing that there is', () => {
    expect(searchOf(addressOf({}))).toEqual({ state: 'active', sort: 'urgent' });
    expect(searchOf(addressOf({ state: 'gone', severity: 'pink', year: '12', month: '13', page: '-1' }))).toEqual(
      searchOf(addressOf({})),
    );
    expect(isNarrowed(addressOf({}))).toBe(false);
  });

  it('keeps every filter, so that a link and reloading show the same', () => {
    const query = {
      year: '2026',
      month: '9',
      unit: 'u1',
      severity: 'red',
      kind: 'spend-lagging',
      overdue: '1',
      q: '法院',
    };
    expect(queryAfter(query, {})).toMatchObject({ ...query, year: 2026, month: 9 });
    expect(searchOf(addressOf(query))).toEqual({
      year: 2026,
      month: 9,
      organisationId: 'u1',
      state: 'active',
      severity: 'red',
      kind: 'spend-lagging',
      overdue: 'true',
      q: '法院',
      sort: 'urgent',
    });
  });

  it('finds checks on site that are still due when the alert is closed (R27)', () => {
    expect(searchOf(addressOf({ onSite: '1' })).state).toBeUndefined();
    expect(searchOf(addressOf({ mine: '1' })).state).toBeUndefined();
    expect(searchOf(addressOf({ mine: '1', state: 'open' })).state).toBe('open');
  });

  it('has no month without its year', () => {
    expect(addressOf({ month: '9' }).month).toBeNull();
    expect(queryAfter({ year: '2026', month: '9' }, { year: null })).toMatchObject({
      year: undefined,
      month: undefined,
    });
  });

  it('starts on the first page with nothing opened after any change but that of the page and of the opened alert', () => {
    const query = { page: '3', alert: 'a' };
    expect(queryAfter(query, { severity: 'red' })).toMatchObject({ page: undefined, alert: undefined });
    expect(queryAfter(query, { alert: 'b' })).toMatchObject({ page: 3, alert: 'b' });
    expect(queryAfter(query, { page: 4 })).toMatchObject({ page: 4, alert: undefined });
  });

  it('is wide again without what narrowed it, the round and the unit excepted', () => {
    const wide = queryAfter({ year: '2026', unit: 'u1', state: 'closed', mine: '1', q: 'x' }, WIDE);
    expect(wide).toMatchObject({ year: 2026, unit: 'u1' });
    expect(isNarrowed(addressOf(JSON.parse(JSON.stringify(wide))))).toBe(false);
  });
});
