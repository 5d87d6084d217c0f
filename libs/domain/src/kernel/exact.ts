import { Fraction, type ExactInput } from './fraction.js';

export { Fraction, type ExactInput };

/**
 * The exact rational of a decimal number: `exact(0.1)` is 1/10, `exact('1e-7')` is 1/10,000,000.
 * A JavaScript number counts as the decimal it prints as. Throws a RangeError on NaN, infinities and text that is no decimal.
 */
export const exact = (value: ExactInput): Fraction => Fraction.of(value);

const asFraction = (value: ExactInput | Fraction): Fraction => (value instanceof Fraction ? value : exact(value));

/** `numerator ÷ denominator`, exact. Throws where the denominator is zero: what that means is the caller's rule to know. */
export function ratio(numerator: ExactInput | Fraction, denominator: ExactInput | Fraction): Fraction {
  return asFraction(numerator).div(asFraction(denominator));
}

/**
 * Rounds half away from zero to `places` decimals (0…15), for display and for points only: −12.145 → −12.15.
 * Never gives −0.
 */
export const roundHalfAway = (value: Fraction, places: number): number => value.roundHalfAway(places);
