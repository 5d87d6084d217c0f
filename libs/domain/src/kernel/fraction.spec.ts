import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import Oracle from 'fraction.js';
import { Fraction } from './fraction.js';

const MAX = Number.MAX_SAFE_INTEGER;

/** The same rational twice: ours, and that of a library that computes with BigInt always. */
interface Pair {
  readonly ours: Fraction;
  readonly oracle: Oracle;
}

const whole = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(BigInt),
  fc.maxSafeInteger().map(BigInt),
  fc.integer({ min: -3, max: 3 }).map((off) => BigInt(MAX) + BigInt(off)),
  fc.integer({ min: -3, max: 3 }).map((off) => -BigInt(MAX) + BigInt(off)),
  // Around the root of 2^53, where products begin to leave the range.
  fc.integer({ min: 94_906_260, max: 94_906_270 }).map(BigInt),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
);
const quotient: fc.Arbitrary<Pair> = fc
  .tuple(
    whole,
    whole.filter((den) => den !== 0n),
  )
  .map(([num, den]) => ({ ours: Fraction.of(num).div(den), oracle: new Oracle(num, den) }));
/** Money in 分 as a percentage of other money. */
const money = fc.integer({ min: 0, max: MAX });
const percentage: fc.Arbitrary<Pair> = fc
  .tuple(
    money,
    money.filter((budget) => budget > 0),
  )
  .map(([spent, budget]) => ({
    ours: Fraction.of(spent).div(budget).mul(100),
    oracle: new Oracle(spent, budget).mul(100),
  }));
const decimal: fc.Arbitrary<Pair> = fc
  .tuple(fc.maxSafeInteger(), fc.integer({ min: -60, max: 60 }))
  .map(([units, exponent]) => ({
    ours: Fraction.of(`${units}e${exponent}`),
    oracle: new Oracle(BigInt(units) * 10n ** BigInt(Math.max(0, exponent)), 10n ** BigInt(Math.max(0, -exponent))),
  }));
const pair = fc.oneof(quotient, percentage, decimal);

const OPERATIONS = ['add', 'sub', 'mul', 'div'] as const;
const COMPARISONS = ['equals', 'lt', 'lte', 'gt', 'gte'] as const;
const SINGLE = ['neg', 'abs', 'floor', 'round'] as const;
const RUNS = { numRuns: 2000 };

/** The decimal that a number prints as, read without any arithmetic of numbers. */
function printed(value: number): Oracle {
  const [digits = '', exponent = '0'] = String(Math.abs(value)).split('e');
  const [before = '', after = ''] = digits.split('.');
  const shift = Number(exponent) - after.length;
  const magnitude = BigInt(before + after) * (value < 0 ? -1n : 1n);
  return new Oracle(magnitude * 10n ** BigInt(Math.max(0, shift)), 10n ** BigInt(Math.max(0, -shift)));
}

function expectSame(ours: Fraction, oracle: Oracle): void {
  expect(ours.toFraction()).toBe(oracle.toFraction());
  expect(Object.is(ours.valueOf(), oracle.valueOf())).toBe(true);
  expect([ours.n, ours.d, ours.isNegative()]).toEqual([oracle.n, oracle.d, oracle.compare(0) < 0]);
}

describe('an exact rational equals that of fraction.js', () => {
  it.each(OPERATIONS)('after %s', (operation) => {
    fc.assert(
      fc.property(pair, pair, (a, b) => {
        fc.pre(operation !== 'div' || b.oracle.n !== 0n);
        expectSame(a.ours[operation](b.ours), a.oracle[operation](b.oracle));
      }),
      RUNS,
    );
  });

  it.each(COMPARISONS)('in %s, also of the same value and of neighbours', (comparison) => {
    const near = fc
      .tuple(
        pair,
        fc.constantFrom(-1n, 0n, 1n),
        whole.filter((den) => den > 1n),
      )
      .map(([{ ours, oracle }, step, den]): [Pair, Pair] => {
        const [ourStep, oracleStep] = [Fraction.of(step).div(den), new Oracle(step, den)];
        return [
          { ours, oracle },
          { ours: ours.add(ourStep), oracle: oracle.add(oracleStep) },
        ];
      });
    fc.assert(
      fc.property(fc.oneof(near, fc.tuple(pair, pair)), ([a, b]) => {
        expect(a.ours[comparison](b.ours)).toBe(a.oracle[comparison](b.oracle));
        expect(Math.sign(a.ours.compare(b.ours))).toBe(a.oracle.compare(b.oracle));
      }),
      RUNS,
    );
  });

  it.each(SINGLE)('after %s', (operation) => {
    fc.assert(
      fc.property(pair, ({ ours, oracle }) => expectSame(ours[operation](), oracle[operation]())),
      RUNS,
    );
  });

  it('through a chain of operations, whose parts grow beyond 2^53 and come back', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...OPERATIONS), pair), { maxLength: 12 });
    fc.assert(
      fc.property(pair, steps, (start, chain) => {
        let { ours, oracle } = start;
        for (const [operation, by] of chain) {
          if (operation === 'div' && by.oracle.n === 0n) continue;
          ours = ours[operation](by.ours);
          oracle = oracle[operation](by.oracle);
        }
        expectSame(ours, oracle);
      }),
    );
  });

  it('made of a number: the decimal that the number prints as', () => {
    const cents = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 7 })).map(([units, at]) => units / 10 ** at);
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      cents,
      fc.constantFrom(-0, 5e-324, 1e308),
    );
    fc.assert(
      fc.property(number, (value) => expectSame(Fraction.of(value), printed(value))),
      { numRuns: 10_000 },
    );
  });
});

describe('an exact rational', () => {
  it('is rounded half away from zero as BigInt arithmetic rounds it, at every number of places', () => {
    const halves = fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 16 })).map(([units, at]) => ({
      ours: Fraction.of(units).div(2n * 10n ** BigInt(at)),
      oracle: new Oracle(BigInt(units), 2n * 10n ** BigInt(at)),
    }));
    fc.assert(
      fc.property(fc.oneof(pair, halves), fc.integer({ min: 0, max: 15 }), ({ ours, oracle }, places) => {
        const scaled = oracle.mul(new Oracle(10n ** BigInt(places), 1n));
        const units = (2n * scaled.n + scaled.d) / (2n * scaled.d);
        const expected = units === 0n ? 0 : Number(`${scaled.s < 0n ? '-' : ''}${units}e-${places}`);
        expect(Object.is(ours.roundHalfAway(places), expected)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it.each([0, -0, '0.00', 0n, '0e30'])('refuses to be divided by %p', (zero) => {
    expect(() => Fraction.of(1).div(zero)).toThrow(RangeError);
    expect(() => Fraction.of(10n ** 40n).div(zero)).toThrow(RangeError);
  });

  it('does not change when it is computed with', () => {
    const [third, huge] = [Fraction.of(1).div(3), Fraction.of(10n ** 40n)];
    for (const operation of OPERATIONS) third[operation](huge);
    expect([third.toFraction(), huge.toFraction()]).toEqual(['1/3', String(10n ** 40n)]);
  });
});
