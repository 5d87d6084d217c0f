import { describe, expect, it } from '@jest/globals';
import { csvCell, sheetText } from './safe-cell.js';

describe('cells that are written', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['-2+3+cmd|x', "'-2+3+cmd|x"],
    ['-2', '-2'],
    ['-2.50', '-2.50'],
    ['=HYPERLINK("a","b")', `"'=HYPERLINK(""a"",""b"")"`],
    ['甲,乙', '"甲,乙"'],
    ['a=1', 'a=1'],
  ])('%j is %j in a .csv file, which no spreadsheet runs', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });

  it('drops what a sheet cannot hold', () => {
    expect(sheetText('a\u0000\u000Bb\nc')).toBe('ab\nc');
    expect(sheetText('x'.repeat(40_000))).toHaveLength(32_767);
  });
});
