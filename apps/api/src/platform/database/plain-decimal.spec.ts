import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainDecimal } from './plain-decimal.js';

describe('decimal text', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [70.73, '70.73'],
    [-12.5, '-12.5'],
    [1e-7, '0.0000001'],
    [-1.25e-8, '-0.0000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [0.1 + 0.2, '0.30000000000000004'],
  ])('of %d is %s', (number, text) => {
    expect(plainDecimal(number)).toBe(text);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e60, 1e-60])('refuses %d', (number) => {
    expect(() => plainDecimal(number)).toThrow('value-out-of-range');
  });

  it('reads back as the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), (number) => {
        fc.pre(number === 0 || Math.abs(number) > 1e-15);
        const text = plainDecimal(number);
        expect(text).not.toMatch(/e/i);
        expect(Number(text)).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
