import { describe, expect, it } from '@jest/globals';
import { addressOf, queryOf } from './preview-address.js';

describe('the address of a preview', () => {
  it('says which file, list and project are shown', () => {
    const query = { batch: 'b', change: 'new', search: '法院', page: '3', project: 'p' };
    expect(addressOf(query)).toEqual({ ...query, page: 3, warned: false });
    expect(queryOf(addressOf(query))).toEqual(query);
  });

  it('is empty for the first sight of an upload, and for what it does not know', () => {
    expect(queryOf(addressOf({}))).toEqual({});
    expect(queryOf(addressOf({ change: 'eaten', page: '-2', warned: 'yes', search: ['a', 'b'] }))).toEqual({});
  });

  it('begins another list at its first page and its first project', () => {
    const address = addressOf({ page: '4', project: 'p', change: 'new' });
    expect(queryOf(address, { change: null, warned: true })).toEqual({ warned: 'true' });
    expect(queryOf(address, { page: 5 })).toEqual({ page: '5', project: 'p', change: 'new' });
  });

  it('begins another file with nothing narrowed and nothing open', () => {
    const address = addressOf({ batch: 'a', page: '4', project: 'p', change: 'new', search: 'x' });
    expect(queryOf(address, { batch: 'b' })).toEqual({ batch: 'b' });
  });
});
