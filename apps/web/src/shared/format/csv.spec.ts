import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.js';

const body = (cells: readonly (string | number | null)[]): string => toCsv([cells]).slice(1).trimEnd();

describe('CSV export', () => {
  it('begins with a byte order mark, so that spreadsheets read UTF-8', () => {
    expect(toCsv([['灯']]).codePointAt(0)).toBe(0xfeff);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'makes text %j harmless that a spreadsheet would run',
    (text) => {
      expect(body([text]).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves negative numbers numbers', () => {
    expect(body([-12.15, null, 3])).toBe('-12.15,,3');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(body(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"');
  });
});
