import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { quarterAfter, seasonalIndices, unbrokenTail } from './indicator-series.js';
import { indicatorTrend, TREND_RULES } from './indicator-trend.js';

const series = (values: readonly number[], year = 2020, quarter = 1) =>
  values.map((value, at) => ({ ...quarterAfter({ year, quarter }, at), value }));
const trend = (values: readonly number[], isCumulative = false, bounds = { min: null, max: null as number | null }) =>
  indicatorTrend({ results: series(values), isCumulative, bounds });
const found = (...given: Parameters<typeof trend>) => {
  const result = trend(...given);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

const RISING = [50, 52, 54, 56, 58, 60, 62, 64, 66, 68, 70, 72, 74, 76];
/** Cumulative within each of five years, every year a tenth more than the one before. */
const GROWING = [100, 110, 121, 133.1, 146.41].flatMap((total) => [0.1, 0.35, 0.6, 1].map((share) => share * total));

describe('R47: indicator trend', () => {
  it('a steady rise is forecast, for the quarters that come', () => {
    const { method, forecast, meanAbsoluteError, naiveError } = found(RISING);
    expect(method).toBe('dampedHolt');
    expect(forecast.map(({ year, quarter }) => `${year}Q${quarter}`)).toEqual(['2023Q3', '2023Q4', '2024Q1', '2024Q2']);
    expect(forecast[0]?.value).toBeCloseTo(78, 0);
    expect(meanAbsoluteError).toBeLessThan(naiveError);
  });

  it('names how often both were tested: from six moments, up to four quarters ahead', () => {
    expect(found(RISING)).toMatchObject({ origins: 6, tested: 4 + 4 + 4 + 3 + 2 + 1 });
  });

  it('a forecast that does not beat the naive one is not shown', () => {
    expect(trend(new Array<number>(14).fill(90))).toEqual({ ok: false, error: 'not-better-than-naive' });
    const wandering = [50, 51, 49, 52, 55, 53, 50, 47, 49, 50, 46, 43, 45, 44, 48, 50];
    expect(trend(wandering)).toEqual({ ok: false, error: 'not-better-than-naive' });
  });

  it('a cumulative indicator keeps the shape of its year, and is measured by the same quarter of last year', () => {
    const { forecast, naiveError } = found(GROWING, true);
    const values = forecast.map(({ value }) => value);
    expect([...values].sort((a, b) => a - b)).toEqual(values);
    expect(values[3]).toBeGreaterThan(146.41);
    expect(values[3]).toBeLessThan(165);
    expect(naiveError).toBeGreaterThan(0);
    const everyYearTheSame = Array.from({ length: 20 }, (_, at) => 25 * ((at % 4) + 1));
    expect(trend(everyYearTheSame, true)).toEqual({ ok: false, error: 'not-better-than-naive' });
  });

  it('a cumulative result is not forecast below what it has reached in the year', () => {
    const withHalfAYear = [...GROWING, 16, 160];
    const [third] = found(withHalfAYear, true).forecast;
    expect(third).toMatchObject({ year: 2025, quarter: 3 });
    expect(third?.value).toBeGreaterThanOrEqual(160);
  });

  it('keeps within what a result can be', () => {
    const { forecast } = found(
      RISING.map((value) => value + 23),
      false,
      { min: null, max: 100 },
    );
    expect(forecast.map(({ value }) => value)).toEqual([100, 100, 100, 100]);
  });

  it('needs three years without a gap', () => {
    expect(trend(RISING.slice(0, 11))).toEqual({ ok: false, error: 'too-short' });
    expect(found(RISING.slice(0, 12)).origins).toBe(4);
    expect(trend([])).toEqual({ ok: false, error: 'too-short' });
    const gap = series(RISING).filter((_, at) => at !== 4);
    expect(indicatorTrend({ results: gap, isCumulative: false })).toEqual({ ok: false, error: 'too-short' });
  });

  it('is repeatable, total, and never shows what was worse than naive', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 16 });
    fc.assert(
      fc.property(values, fc.boolean(), (given, isCumulative) => {
        const result = trend(given, isCumulative);
        expect(trend(given, isCumulative)).toEqual(result);
        if (!result.ok) return;
        const { forecast, meanAbsoluteError, naiveError } = result.value;
        expect(forecast).toHaveLength(TREND_RULES.horizon);
        expect(forecast.every(({ value }) => Number.isFinite(value))).toBe(true);
        expect(meanAbsoluteError).toBeLessThan(naiveError);
      }),
      { numRuns: 30 },
    );
  });
});

describe('R47: the series', () => {
  it('takes the latest quarters without a gap, in order', () => {
    const [a, b, c, d] = series([1, 2, 3, 4]);
    expect(unbrokenTail([d, c, a].flatMap((each) => each ?? []))).toEqual([c, d]);
    expect(unbrokenTail([b, a].flatMap((each) => each ?? []))).toEqual([a, b]);
    expect(unbrokenTail([])).toEqual([]);
  });

  it('seasonal indices are of complete years, wherever the series starts', () => {
    expect(seasonalIndices([10, 20, 30, 40], 1)).toEqual([0.4, 0.8, 1.2, 1.6]);
    expect(seasonalIndices([99, 10, 20, 30, 40, 7], 4)).toEqual([0.4, 0.8, 1.2, 1.6]);
    expect(seasonalIndices([10, 20, 30], 1)).toBeNull();
    expect(seasonalIndices([99, 10, 20, 30], 4)).toBeNull();
    expect(seasonalIndices([0, 20, 30, 40], 1)).toBeNull();
  });
});
