import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { MAX_FEN, parseAmount, wanFromFen } from './money.js';

const fen = (text: string, unit: 'wan' | 'yuan' = 'wan') => {
  const result = parseAmount(text, unit);
  return result.ok ? result.value : result.error.code;
};

describe('amounts (§3)', () => {
  it.each([
    ['235.8', 235_800_000],
    ['235.80', 235_800_000],
    ['10.00', 10_000_000],
    ['26.02', 26_020_000],
    ['50万元', 50_000_000],
    ['50 万元', 50_000_000],
    ['５０．５万元', 50_500_000],
    ['0.000001', 1],
    ['1,234.567891', 1_234_567_891],
    ['1，234万元', 1_234_000_000],
    ['0', 0],
    ['0.00', 0],
    ['-0.00', 0],
    ['1.0000000', 1_000_000],
    ['20(万元)', 20_000_000],
    ['￥20元', 2000],
    ['1.5亿元', 15_000_000_000],
    ['96万', 96_000_000],
    ['[bookmark: _GoBack]96万元', 96_000_000],
  ])('万元 with 0–6 decimals: %s', (text, expected) => {
    expect(fen(text)).toBe(expected);
  });

  it.each([
    ['1,234,567.89', 123_456_789],
    ['1234567.89元', 123_456_789],
    ['20', 2000],
    ['20万元', 20_000_000],
    ['人民币20元整', 2000],
  ])('元 with thousands commas, with or without a suffix: %s', (text, expected) => {
    expect(fen(text, 'yuan')).toBe(expected);
  });

  it.each(['', '  ', '————', '-', '—', '/', '\u00a0', '\u3000'])(
    'blank and dashes are missing, not zero: %p',
    (text) => {
      expect(fen(text)).toBeNull();
    },
  );

  it.each([
    ['-5', 'amount-negative'],
    ['－5万元', 'amount-negative'],
    ['−5', 'amount-negative'],
    ['(5.00)', 'amount-negative'],
    ['1e20', 'amount-unreadable'],
    ['NaN', 'amount-unreadable'],
    ['abc', 'amount-unreadable'],
    ['1,23', 'amount-unreadable'],
    ['12.3.4', 'amount-unreadable'],
    ['100000000000000000000', 'amount-too-large'],
    ['0.0000001', 'amount-too-precise'],
    ['0.001元', 'amount-too-precise'],
  ])('refuses %s with %s', (text, code) => {
    expect(fen(text)).toBe(code);
  });

  it('takes the largest amount and no more', () => {
    expect(fen('90000000000000', 'yuan')).toBe(MAX_FEN);
    expect(fen('90000000000000.01', 'yuan')).toBe('amount-too-large');
  });

  it('never gives anything but whole 分, null or a code', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-—万元亿 （）％e') }), (text) => {
        const result = parseAmount(text, 'wan');
        if (!result.ok || result.value === null) return;
        expect(Number.isInteger(result.value) && result.value >= 0 && result.value <= MAX_FEN).toBe(true);
      }),
    );
  });

  it('shows 万元 with 2 places, half away from zero', () => {
    expect(wanFromFen(1_234_500_000)).toBe('1,234.50');
    expect(wanFromFen(235_800_000)).toBe('235.80');
    expect(wanFromFen(5_000)).toBe('0.01');
    expect(wanFromFen(4_999)).toBe('0.00');
    expect(wanFromFen(-4_999)).toBe('0.00');
    expect(wanFromFen(-1_005_000)).toBe('-1.01');
    expect(wanFromFen(MAX_FEN)).toBe('9,000,000,000.00');
  });

  it('reads back what it shows, to the hundredth of a 万元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e11 }), (hundredths) => {
        expect(fen(wanFromFen(hundredths * 10_000))).toBe(hundredths * 10_000);
      }),
    );
  });
});
