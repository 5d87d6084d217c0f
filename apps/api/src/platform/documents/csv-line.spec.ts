import { describe, expect, it } from '@jest/globals';
import { csvLine } from './csv-line.js';

describe('a line of a CSV file that is written', () => {
  it('quotes what would end a cell or a line', () => {
    expect(csvLine(['a,b', 'say "so"', 'two\nlines', null, -3])).toBe('"a,b","say ""so""","two\nlines",,-3\r\n');
  });

  it('makes text harmless that a spreadsheet would run as a formula', () => {
    expect(csvLine(['=HYPERLINK("http://x")', '+1', '-1', '@x', '\tx', '＝1'])).toBe(
      `"'=HYPERLINK(""http://x"")",'+1,'-1,'@x,'\tx,'＝1\r\n`,
    );
  });
});
