import { describe, expect, it } from '@jest/globals';
import { placeOf, withPlaces } from './places.js';

describe('the place of something in a document', () => {
  it('is read as the whole, a line, a paragraph, or a row or cell of a table', () => {
    expect(placeOf('document')).toEqual({ key: 'document' });
    expect(placeOf('line 1197')).toEqual({ key: 'line', line: 1197 });
    expect(placeOf('line 12 cell 3')).toEqual({ key: 'lineCell', line: 12, cell: 3 });
    expect(placeOf('paragraph 17')).toEqual({ key: 'paragraph', paragraph: 17 });
    expect(placeOf('table 2 row 5')).toEqual({ key: 'row', table: 2, row: 5 });
    expect(placeOf('table 1 row 2 cell 3')).toEqual({ key: 'cell', table: 1, row: 2, cell: 3 });
  });

  it('is read as a row of a sheet whatever the sheet is called', () => {
    expect(placeOf('Sheet1!4')).toEqual({ key: 'sheetRow', sheet: 'Sheet1', row: 4 });
    expect(placeOf('2027年 目标!12')).toEqual({ key: 'sheetRow', sheet: '2027年 目标', row: 12 });
  });

  it('is put into words inside a sentence too', () => {
    const words = (at: string): string => `<${at}>`;
    expect(withPlaces('重复（前一次在 table 2 row 11）', words)).toBe('重复（前一次在 <table 2 row 11>）');
    expect(withPlaces('见 line 12 cell 3 与 paragraph 4', words)).toBe('见 <line 12 cell 3> 与 <paragraph 4>');
  });

  it('stays as it is where it needs no words', () => {
    expect([placeOf('Sheet1!B4'), placeOf('')]).toEqual([null, null]);
  });
});
