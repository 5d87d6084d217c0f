import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { exact, ratio, roundHalfAway } from './exact.js';

describe('exact', () => {
  it('takes a number as the decimal it prints as', () => {
    expect(exact(0.1).add(exact(0.2)).equals(exact('0.3'))).toBe(true);
    expect(exact(235.8).toFraction()).toBe('1179/5');
    expect(exact(1e-7).toFraction()).toBe('1/10000000');
    expect(exact(1e21).toFraction()).toBe('1000000000000000000000');
    expect(exact('-.5').toFraction()).toBe('-1/2');
    expect(exact(12n).toFraction()).toBe('12');
  });

  it.each([NaN, Infinity, -Infinity, '', 'abc', '1/2', '1e999', '0x10', '1,000'])('refuses %p', (value) => {
    expect(() => exact(value)).toThrow(RangeError);
  });

  it('a decimal of up to 15 digits is exactly itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: 0, max: 9 }), (units, places) => {
        const scale = 10 ** places;
        expect(
          exact(units / scale)
            .mul(exact(scale))
            .equals(exact(units)),
        ).toBe(true);
      }),
    );
  });
});

describe('roundHalfAway', () => {
  it.each([
    [-12.145, 2, -12.15],
    [12.145, 2, 12.15],
    [12.1449, 2, 12.14],
    [0.005, 2, 0.01],
    [-0.004, 2, 0],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
  ])('half goes away from zero: %p at %p places is %p', (value, places, expected) => {
    expect(Object.is(roundHalfAway(exact(value), places), expected)).toBe(true);
  });

  it('R7: 100 of 235.8 is 42.41 %', () => {
    expect(roundHalfAway(ratio(100, '235.8').mul(exact(100)), 2)).toBe(42.41);
  });

  it('is odd, never off by more than half a unit, and never −0', () => {
    const figures = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 6 }), ([numerator, denominator], places) => {
        const value = ratio(numerator, denominator);
        const rounded = roundHalfAway(value, places);
        const off = exact(rounded).sub(value).abs();
        expect(off.lte(ratio(1, 2n * 10n ** BigInt(places)))).toBe(true);
        expect(Object.is(rounded, -0)).toBe(false);
        expect(roundHalfAway(value.neg(), places)).toBe(rounded === 0 ? 0 : -rounded);
      }),
    );
  });
});
