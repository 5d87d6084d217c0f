import Fraction from 'fraction.js';

export { Fraction };

/** What becomes an exact rational without loss: a decimal number as it is written, never a binary approximation. */
export type ExactInput = number | string | bigint;

const DECIMAL = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,4}))?$/;
/** Beyond this the power of ten no longer is a figure of a budget but an attack on memory. */
const MAX_EXPONENT = 400;

const powerOfTen = (exponent: number): bigint => 10n ** BigInt(exponent);

function fromDecimalText(text: string): Fraction {
  const match = DECIMAL.exec(text.trim());
  if (!match) throw new RangeError(`not a decimal number: ${JSON.stringify(text.slice(0, 40))}`);
  const [, sign, digits = '', exponentText = '0'] = match;
  const [whole = '', decimals = ''] = digits.split('.');
  const exponent = Number(exponentText);
  if (Math.abs(exponent) > MAX_EXPONENT) throw new RangeError(`exponent out of range: ${exponentText}`);
  const shift = exponent - decimals.length;
  const magnitude = BigInt(whole + decimals);
  const numerator = sign === '-' ? -magnitude : magnitude;
  return shift >= 0 ? new Fraction(numerator * powerOfTen(shift), 1n) : new Fraction(numerator, powerOfTen(-shift));
}

/**
 * The exact rational of a decimal number: `exact(0.1)` is 1/10, `exact('1e-7')` is 1/10,000,000.
 * A JavaScript number counts as the decimal it prints as. Throws a RangeError on NaN, infinities and text that is no decimal.
 */
export function exact(value: ExactInput): Fraction {
  if (typeof value === 'bigint') return new Fraction(value, 1n);
  return fromDecimalText(String(value));
}

const asFraction = (value: ExactInput | Fraction): Fraction => (value instanceof Fraction ? value : exact(value));

/** `numerator ÷ denominator`, exact. Throws where the denominator is zero: what that means is the caller's rule to know. */
export function ratio(numerator: ExactInput | Fraction, denominator: ExactInput | Fraction): Fraction {
  return asFraction(numerator).div(asFraction(denominator));
}

/**
 * Rounds half away from zero to `places` decimals (0…15), for display and for points only: −12.145 → −12.15.
 * Never gives −0.
 */
export function roundHalfAway(value: Fraction, places: number): number {
  const scaled = value.mul(new Fraction(powerOfTen(places), 1n));
  const units = (2n * scaled.n + scaled.d) / (2n * scaled.d);
  if (units === 0n) return 0;
  return Number(`${scaled.s < 0n ? '-' : ''}${units}e-${places}`);
}
