import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '../kernel/exact.js';
import { MAX_FEN } from '../kernel/money.js';
import { forecastYearEnd } from './year-end-forecast.js';

const forecast = (spentFen: number | null, budgetFen: number | null, planned: number) =>
  forecastYearEnd({ spentFen, budgetFen, plannedPercent: exact(planned) });
const of = (spentFen: number, budgetFen: number | null, planned: number) => {
  const result = forecast(spentFen, budgetFen, planned);
  if (!result.ok) throw new Error(result.error);
  return result.value;
};

describe('R45: year-end forecast', () => {
  it('budget 100, half planned, 35 spent: 70, 85 and 77.5', () => {
    expect(of(3500, 10_000, 50)).toEqual({
      forecastFen: 7750,
      method: 'blend',
      paceFen: 7000,
      planRemainingFen: 8500,
      blendFen: 7750,
      interval: { lowerFen: 7000, upperFen: 8500, basis: 'methods' },
    });
  });

  it('nothing planned so far: plan-remaining, and there is no pace', () => {
    expect(of(0, 10_000, 0)).toMatchObject({ forecastFen: 10_000, method: 'planRemaining', paceFen: null });
    expect(of(500, 10_000, 0)).toMatchObject({ forecastFen: 10_000, planRemainingFen: 10_500 });
  });

  it('is at most the budget, and so is its interval, while the methods say what they say', () => {
    expect(of(7000, 10_000, 50)).toMatchObject({
      forecastFen: 10_000,
      paceFen: 14_000,
      planRemainingFen: 12_000,
      interval: { lowerFen: 10_000, upperFen: 10_000 },
    });
  });

  it('is not held down by a budget that is exceeded already', () => {
    expect(of(11_000, 10_000, 50)).toMatchObject({
      forecastFen: 19_000,
      interval: { lowerFen: 16_000, upperFen: 22_000 },
    });
  });

  it('all planned: what is spent is the forecast', () => {
    expect(of(9100, 10_000, 100)).toMatchObject({ forecastFen: 9100, paceFen: 9100, planRemainingFen: 9100 });
  });

  it('rounds to whole 分, half away from zero', () => {
    expect(of(1, 3, 50)).toMatchObject({ paceFen: 2, planRemainingFen: 3, blendFen: 2 });
    expect(of(5, null, 30)).toMatchObject({ paceFen: 17 });
  });

  it('not reported is not zero', () => {
    expect(forecast(null, 10_000, 50)).toEqual({ ok: false, error: 'not-reported' });
    expect(of(0, 10_000, 50)).toMatchObject({ forecastFen: 2500, paceFen: 0, planRemainingFen: 5000 });
  });

  it('without a budget there is only the pace, or nothing at all', () => {
    expect(of(3500, null, 50)).toMatchObject({ forecastFen: 7000, method: 'pace', planRemainingFen: null });
    expect(forecast(3500, null, 0)).toEqual({ ok: false, error: 'no-basis' });
  });

  it('a budget of 0 is exceeded by any spending', () => {
    expect(of(0, 0, 50)).toMatchObject({ forecastFen: 0 });
    expect(of(100, 0, 50)).toMatchObject({ forecastFen: 150, paceFen: 200, planRemainingFen: 100 });
  });

  it('a net refund has no pace', () => {
    expect(of(-100, 10_000, 50)).toMatchObject({ paceFen: -100, planRemainingFen: 4900, forecastFen: 2400 });
  });

  it('stays an amount, however little was planned', () => {
    expect(of(MAX_FEN, null, 0.001).forecastFen).toBe(MAX_FEN);
  });

  it('the blend lies between pace and plan-remaining, before it is capped; no forecast is below what is spent', () => {
    const fen = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(fen, fen, fc.integer({ min: 1, max: 100 }), (spent, budget, planned) => {
        const { paceFen, planRemainingFen, forecastFen, interval } = of(spent, budget, planned);
        const [low, high] = [paceFen ?? 0, planRemainingFen ?? 0].sort((a, b) => a - b);
        const cap = spent > budget ? Infinity : budget;
        expect(forecastFen).toBeGreaterThanOrEqual(Math.min(low ?? 0, cap));
        expect(forecastFen).toBeLessThanOrEqual(Math.min(high ?? 0, cap));
        expect(forecastFen).toBeGreaterThanOrEqual(spent);
        expect(interval.lowerFen).toBeLessThanOrEqual(forecastFen);
        expect(interval.upperFen).toBeGreaterThanOrEqual(forecastFen);
      }),
    );
  });
});
