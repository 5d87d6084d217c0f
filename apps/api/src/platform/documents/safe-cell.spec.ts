import { describe, expect, it } from '@jest/globals';
import { sheetText } from './safe-cell.js';

describe('text in cells that are written', () => {
  it('leaves out what a sheet cannot hold', () => {
    expect(sheetText('a\u0000\u000Bb\nc')).toBe('ab\nc');
    expect(sheetText('x'.repeat(40_000))).toHaveLength(32_767);
  });

  it('stays as it is where it looks like a formula', () => {
    expect(sheetText('=1+1')).toBe('=1+1');
  });
});
