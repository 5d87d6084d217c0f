import { describe, expect, it } from '@jest/globals';
import { placeOf } from './places.js';

describe('the place of something in a document', () => {
  it('is read as the whole, a line or a cell', () => {
    expect(placeOf('document')).toEqual({ key: 'document' });
    expect(placeOf('line 1197')).toEqual({ key: 'line', line: 1197 });
    expect(placeOf('table 1 row 2 cell 3')).toEqual({ key: 'cell', table: 1, row: 2, cell: 3 });
  });

  it('stays as it is where it needs no words', () => {
    expect([placeOf('Sheet1!B4'), placeOf('')]).toEqual([null, null]);
  });
});
