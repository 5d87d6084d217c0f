import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { exact } from '../kernel/exact.js';
import { plan } from '../testing/assessment-samples.js';
import { forecastCurve } from './forecast-curve.js';
import { planAtMonth } from './plan-curve.js';
import { forecastYearEnd } from './year-end-forecast.js';

const interval = { lowerFen: 7000, upperFen: 8500, basis: 'methods' } as const;
const curve = (schedule: ReturnType<typeof plan> | null, month: number, startMonth = 1) =>
  forecastCurve({ plan: { schedule, startMonth }, month, spentFen: 3500, forecastFen: 7500, interval });
const forecasts = (points: ReturnType<typeof curve>) => points.map(({ forecastFen }) => forecastFen);

describe('R45: forecast as a curve', () => {
  it('goes the way of the plan from what is spent to the forecast, in a band that opens', () => {
    const points = curve(plan(25, 50, 80, 100), 6);
    expect(points[0]).toEqual({ month: 6, forecastFen: 3500, lowerFen: 3500, upperFen: 3500 });
    expect(points[4]).toEqual({ month: 10, forecastFen: 5900, lowerFen: 5600, upperFen: 6500 });
    expect(points[6]).toEqual({ month: 12, forecastFen: 7500, lowerFen: 7000, upperFen: 8500 });
    expect(points).toHaveLength(7);
  });

  it('is straight where the plan has nothing left, or is missing', () => {
    expect(forecasts(curve(plan(50, 100, 100, 100), 8))).toEqual([3500, 4500, 5500, 6500, 7500]);
    expect(forecasts(curve(null, 8))).toEqual([3500, 4500, 5500, 6500, 7500]);
  });

  it('waits for a project that starts later', () => {
    expect(forecasts(curve(null, 7, 9))).toEqual([3500, 3500, 4500, 5500, 6500, 7500]);
  });

  it('is a single point in December', () => {
    expect(forecasts(curve(plan(25, 50, 80, 100), 12))).toEqual([3500]);
  });

  it('never falls, and the forecast keeps inside its band', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 1, max: 12 }), (spentFen, budgetFen, month) => {
        const ofYear = { schedule: plan(10, 50, 60, 100), startMonth: 1 };
        const forecast = forecastYearEnd({ spentFen, budgetFen, plannedPercent: planAtMonth(ofYear, month) });
        if (!forecast.ok) throw new Error(forecast.error);
        const points = forecastCurve({ plan: ofYear, month, spentFen, ...forecast.value });
        points.forEach((point, at) => {
          expect(point.forecastFen).toBeGreaterThanOrEqual(points[at - 1]?.forecastFen ?? 0);
          expect(point.lowerFen).toBeLessThanOrEqual(point.forecastFen);
          expect(point.upperFen).toBeGreaterThanOrEqual(point.forecastFen);
        });
        expect(exact(points.at(-1)?.forecastFen ?? 0).gte(spentFen)).toBe(true);
      }),
    );
  });
});
