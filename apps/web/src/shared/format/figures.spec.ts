import { describe, expect, it } from '@jest/globals';
import {
  amountText,
  EMPTY,
  formatChange,
  formatGap,
  formatNumber,
  formatRate,
  formatWan,
  formatWanGap,
  groupedText,
} from './figures.js';

describe('figures for reading', () => {
  it('shows 分 as 万元 with 2 decimals and thousands commas', () => {
    expect(formatWan(123_450_000_000)).toBe('123,450.00');
    expect(formatWan(0)).toBe('0.00');
  });

  it('groups a figure that was typed, and leaves other text as it stands', () => {
    const typed = ['4476', '-12345.6789', '999', '1,000', '2026-08-28', '', '0.12345', '无数据：1234'];
    expect(typed.map(groupedText)).toEqual([
      '4,476',
      '-12,345.6789',
      '999',
      '1,000',
      '2026-08-28',
      '',
      '0.12345',
      '无数据：1234',
    ]);
  });

  it('R28: shows a missing figure as a dash and never as zero', () => {
    for (const format of [formatWan, formatWanGap, formatRate, formatGap, formatNumber]) {
      expect(format(null)).toBe(EMPTY);
      expect(format(undefined)).toBe(EMPTY);
    }
  });

  it('R8: signs gaps, with a true minus', () => {
    expect(formatGap(-12.15)).toBe('−12.15');
    expect(formatGap(3)).toBe('+3.00');
    expect(formatGap(0)).toBe('0.00');
    expect(formatWanGap(-35_000_000)).toBe('−35.00');
    expect(formatWanGap(120_000_000)).toBe('+120.00');
  });

  it('shows percent with 2 decimals', () => {
    expect(formatRate(42.4)).toBe('42.40');
    expect(formatRate(1234.5)).toBe('1,234.50');
  });

  it('keeps as many decimals as a result has', () => {
    expect(formatNumber(27_000)).toBe('27,000');
    expect(formatNumber(99.5)).toBe('99.5');
  });

  it('signs the change of a count', () => {
    expect([3, -2, 0].map(formatChange)).toEqual(['+3', '−2', '±0']);
  });

  it('writes amounts back in full, to be edited', () => {
    expect([null, 0, 1_000_000, 1_234_567].map(amountText)).toEqual(['', '0.00', '1.00', '1.234567']);
  });
});
