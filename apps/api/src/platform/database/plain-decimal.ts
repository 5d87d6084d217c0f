import { ValueOutOfRange } from './value-out-of-range.js';

/** Longest decimal text that is stored. */
export const DECIMAL_LENGTH = 40;

/**
 * The shortest decimal text that reads back as the same number, never with an exponent (`1e-7` → `0.0000001`), so
 * that stored figures are legible and independent of the database's own decimal arithmetic.
 *
 * @throws ValueOutOfRange for NaN, infinities and numbers whose text is longer than 40 characters.
 */
export function plainDecimal(value: number): string {
  if (!Number.isFinite(value)) throw new ValueOutOfRange('Not a finite number', value);
  const text = withoutExponent(Object.is(value, -0) ? '0' : String(value));
  if (text.length > DECIMAL_LENGTH) throw new ValueOutOfRange(`Decimal longer than ${DECIMAL_LENGTH} digits`, value);
  return text;
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const shift = Number(exponent);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`;
  return `${sign}${digits.padEnd(shift + 1, '0')}`;
}
