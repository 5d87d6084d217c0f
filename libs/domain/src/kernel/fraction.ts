/** What becomes an exact rational without loss: a decimal number as it is written, never a binary approximation. */
export type ExactInput = number | string | bigint;

const DECIMAL = /^([+-]?)(\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,4}))?$/;
/** Beyond this the power of ten no longer is a figure of a budget but an attack on memory. */
const MAX_EXPONENT = 400;
/** A decimal of up to 15 digits is the one that its number prints as; from 16 on another may be. */
const FIFTEEN_DIGITS = 1e15;
/** Places that amounts (万元 down to 分) and percentages are given with. */
const USUAL_SCALES = [10, 100, 1000, 10_000, 1_000_000];
const MAX = Number.MAX_SAFE_INTEGER;
const LARGEST = BigInt(MAX);

/** A whole number below 2^53, so that the sum or product it comes from is exact: what is beyond never rounds to below. */
const isWithin = (whole: number): boolean => whole <= MAX && whole >= -MAX;

interface BigParts {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * An exact rational number; immutable. A round judges a million indicators by these, so that numerator and denominator
 * are plain numbers, not brought to lowest terms, as long as they stay below 2^53, where arithmetic of whole numbers is
 * exact. The one operation that would leave that range is done with BigInt, in lowest terms, and comes back where it can.
 */
export class Fraction {
  /** `big` holds the parts where they are beyond 2^53; `num` and `den` mean nothing then. The denominator is positive. */
  private constructor(
    private readonly num: number,
    private readonly den: number,
    private readonly big: BigParts | null,
  ) {}

  /** The decimal as it prints: 0.1 is 1/10. Throws a RangeError on NaN, infinities and text that is no decimal. */
  static of(value: ExactInput): Fraction {
    if (typeof value === 'number') return Fraction.ofNumber(value);
    return typeof value === 'bigint' ? Fraction.ofBig(value, 1n) : Fraction.ofText(value);
  }

  private static ofNumber(value: number): Fraction {
    if (Number.isSafeInteger(value)) return Fraction.ofParts(value, 1);
    for (const scale of USUAL_SCALES) {
      const units = Math.round(value * scale);
      if (Math.abs(units) < FIFTEEN_DIGITS && units / scale === value) return Fraction.ofParts(units, scale);
    }
    return Fraction.ofText(String(value));
  }

  private static ofText(text: string): Fraction {
    const match = DECIMAL.exec(text.trim());
    if (!match) throw new RangeError(`not a decimal number: ${JSON.stringify(text.slice(0, 40))}`);
    const [, sign, digits = '', exponentText = '0'] = match;
    const [whole = '', decimals = ''] = digits.split('.');
    const exponent = Number(exponentText);
    if (Math.abs(exponent) > MAX_EXPONENT) throw new RangeError(`exponent out of range: ${exponentText}`);
    const shift = exponent - decimals.length;
    const magnitude = BigInt(whole + decimals);
    const num = sign === '-' ? -magnitude : magnitude;
    return shift >= 0 ? Fraction.ofBig(num * 10n ** BigInt(shift), 1n) : Fraction.ofBig(num, 10n ** BigInt(-shift));
  }

  /** Both below 2^53, the denominator positive. The sum takes the sign from −0. */
  private static ofParts(num: number, den: number): Fraction {
    return new Fraction(num + 0, den, null);
  }

  private static ofBig(num: bigint, den: bigint): Fraction {
    const divisor = greatestDivisor(num < 0n ? -num : num, den);
    const parts = { num: num / divisor, den: den / divisor };
    const isSmall = parts.num <= LARGEST && parts.num >= -LARGEST && parts.den <= LARGEST;
    return isSmall ? Fraction.ofParts(Number(parts.num), Number(parts.den)) : new Fraction(0, 1, parts);
  }

  add(value: Fraction | ExactInput): Fraction {
    const other = asFraction(value);
    if (this.big === null && other.big === null) {
      const left = this.num * other.den;
      const right = other.num * this.den;
      const den = this.den * other.den;
      const num = left + right;
      if (isWithin(left) && isWithin(right) && isWithin(num) && isWithin(den)) return Fraction.ofParts(num, den);
    }
    const [a, b] = [this.parts(), other.parts()];
    return Fraction.ofBig(a.num * b.den + b.num * a.den, a.den * b.den);
  }

  sub(value: Fraction | ExactInput): Fraction {
    return this.add(asFraction(value).neg());
  }

  mul(value: Fraction | ExactInput): Fraction {
    const other = asFraction(value);
    if (this.big === null && other.big === null) {
      const num = this.num * other.num;
      const den = this.den * other.den;
      if (isWithin(num) && isWithin(den)) return Fraction.ofParts(num, den);
    }
    const [a, b] = [this.parts(), other.parts()];
    return Fraction.ofBig(a.num * b.num, a.den * b.den);
  }

  /** Throws a RangeError where `value` is zero: what that means is the caller's rule to know. */
  div(value: Fraction | ExactInput): Fraction {
    return this.mul(asFraction(value).inverse());
  }

  inverse(): Fraction {
    if (this.big === null) {
      if (this.num === 0) throw new RangeError('division by zero');
      return this.num < 0 ? Fraction.ofParts(-this.den, -this.num) : Fraction.ofParts(this.den, this.num);
    }
    const { num, den } = this.big;
    return num < 0n ? Fraction.ofBig(-den, -num) : Fraction.ofBig(den, num);
  }

  neg(): Fraction {
    if (this.big === null) return Fraction.ofParts(-this.num, this.den);
    return new Fraction(0, 1, { num: -this.big.num, den: this.big.den });
  }

  abs(): Fraction {
    return this.isNegative() ? this.neg() : this;
  }

  isNegative(): boolean {
    return this.big === null ? this.num < 0 : this.big.num < 0n;
  }

  /** Negative where this is the smaller one, 0 where both are equal, positive where it is the larger one. */
  compare(value: Fraction | ExactInput): number {
    const other = asFraction(value);
    if (this.big === null && other.big === null) {
      const left = this.num * other.den;
      const right = other.num * this.den;
      // Rounding keeps the order, so that products beyond 2^53 decide as well unless they round to the same.
      if (left !== right) return left < right ? -1 : 1;
      if (isWithin(left)) return 0;
    }
    const [a, b] = [this.parts(), other.parts()];
    const [left, right] = [a.num * b.den, b.num * a.den];
    if (left === right) return 0;
    return left < right ? -1 : 1;
  }

  equals(value: Fraction | ExactInput): boolean {
    return this.compare(value) === 0;
  }

  lt(value: Fraction | ExactInput): boolean {
    return this.compare(value) < 0;
  }

  lte(value: Fraction | ExactInput): boolean {
    return this.compare(value) <= 0;
  }

  gt(value: Fraction | ExactInput): boolean {
    return this.compare(value) > 0;
  }

  gte(value: Fraction | ExactInput): boolean {
    return this.compare(value) >= 0;
  }

  /** The largest whole number that is not above this. */
  floor(): Fraction {
    if (this.big === null) return Fraction.ofParts(floorOf(this.num, this.den), 1);
    const { num, den } = this.big;
    return Fraction.ofBig(num / den - (num < 0n && num % den !== 0n ? 1n : 0n), 1n);
  }

  /** The nearest whole number, a half upwards: 2.5 → 3, −2.5 → −2. For what is shown see `roundHalfAway`. */
  round(): Fraction {
    return this.add(HALF).floor();
  }

  /**
   * The nearest multiple of 10^−`places` (0…15) as a number, a half away from zero; never −0.
   *
   * The whole part and the remainder are scaled apart: money in 分 as a percentage then stays below 2^53.
   */
  roundHalfAway(places: number): number {
    const scale = 10 ** places;
    if (this.big === null) {
      const magnitude = Math.abs(this.num);
      const rest = magnitude % this.den;
      const doubled = 2 * scale * rest + this.den;
      const whole = ((magnitude - rest) / this.den) * scale;
      const units = whole + floorOf(doubled, 2 * this.den);
      if (isWithin(doubled) && isWithin(2 * this.den) && isWithin(units)) return signed(units / scale, this.num < 0);
    }
    const { num, den } = this.parts();
    const units = (2n * (num < 0n ? -num : num) * BigInt(scale) + den) / (2n * den);
    return signed(Number(`${units}e-${places}`), num < 0n);
  }

  valueOf(): number {
    return this.big === null ? this.num / this.den : Number(this.big.num) / Number(this.big.den);
  }

  /** In lowest terms: `275/6`, or `12` for a whole number. */
  toFraction(): string {
    const { num, den } = this.lowestTerms();
    return den === 1n ? String(num) : `${num}/${den}`;
  }

  /** Numerator without its sign, and denominator, in lowest terms. */
  get n(): bigint {
    return this.abs().lowestTerms().num;
  }

  get d(): bigint {
    return this.lowestTerms().den;
  }

  private parts(): BigParts {
    return this.big ?? { num: BigInt(this.num), den: BigInt(this.den) };
  }

  private lowestTerms(): BigParts {
    const { num, den } = this.parts();
    const divisor = greatestDivisor(num < 0n ? -num : num, den);
    return { num: num / divisor, den: den / divisor };
  }
}

const HALF = Fraction.of(0.5);

const asFraction = (value: Fraction | ExactInput): Fraction => (value instanceof Fraction ? value : Fraction.of(value));

/** By the remainder, as a quotient of numbers could be rounded up to the next whole one. */
function floorOf(num: number, den: number): number {
  const rest = num % den;
  return (num - rest) / den - (rest < 0 ? 1 : 0);
}

const signed = (magnitude: number, isNegative: boolean): number =>
  isNegative && magnitude !== 0 ? -magnitude : magnitude;

/** Euclid's; of two that are not negative, not both zero. */
function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
