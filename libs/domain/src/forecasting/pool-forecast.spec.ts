import { describe, it, expect } from '@jest/globals';
import { forecastPool } from './pool-forecast.js';

const year = (...figures: [month: number, expenditureFen: number][]) =>
  figures.map(([month, expenditureFen]) => ({ month, expenditureFen }));
/** A year that spends a twelfth of the total every month, up to a month. */
const evenYear = (total: number, until = 12) =>
  Array.from({ length: until }, (_, at) => ({ month: at + 1, expenditureFen: (total / 12) * (at + 1) }));

const UNEVEN = [
  year([3, 100], [6, 300], [9, 500], [12, 1000]),
  year([3, 120], [6, 310], [9, 560], [12, 1100]),
  year([3, 90], [6, 280], [9, 450], [12, 1000]),
];

describe('R45: chain ladder of a pool', () => {
  it('develops the current year like the earlier ones', () => {
    const earlierYears = [1200, 2400, 3600].map((total) => evenYear(total));
    expect(forecastPool({ earlierYears, currentYear: evenYear(1800, 5) })).toEqual({
      spentFen: 750,
      forecastFen: 1800,
      standardErrorFen: 0,
      lowerFen: 1800,
      upperFen: 1800,
      years: 3,
      months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    });
  });

  it('with the figures of a worked triangle: volume-weighted factors, and 80 % between the quantiles of what is to come', () => {
    const forecast = forecastPool({ earlierYears: UNEVEN, currentYear: year([3, 100], [6, 320]) });
    const ultimate = 320 * (1510 / 890) * (3100 / 1510);
    expect(forecast?.forecastFen).toBe(Math.round(ultimate));
    const error = forecast?.standardErrorFen ?? 0;
    expect(error).toBeGreaterThan(0);
    const toCome = ultimate - 320;
    const variance = Math.log(1 + (error / toCome) ** 2);
    const quantile = (z: number) => 320 + toCome * Math.exp(z * Math.sqrt(variance) - variance / 2);
    expect(Math.abs((forecast?.lowerFen ?? 0) - quantile(-1.28155))).toBeLessThan(1);
    expect(Math.abs((forecast?.upperFen ?? 0) - quantile(1.28155))).toBeLessThan(1);
  });

  it('needs three earlier years that are known to their December', () => {
    const current = evenYear(1800, 5);
    const earlierYears = [evenYear(1200), evenYear(2400), evenYear(3600, 11)];
    expect(forecastPool({ earlierYears, currentYear: current })).toBeNull();
    expect(forecastPool({ earlierYears: [...earlierYears, evenYear(600)], currentYear: current })?.years).toBe(3);
    expect(forecastPool({ earlierYears, currentYear: current }, { minYears: 2, deviate: 1 })?.years).toBe(2);
  });

  it('uses the months that all earlier years have, from the latest of them that the current year has', () => {
    const earlierYears = [evenYear(1200), evenYear(2400), year([3, 150], [6, 300], [10, 500], [12, 600])];
    const forecast = forecastPool({ earlierYears, currentYear: evenYear(1800, 5) });
    expect(forecast).toMatchObject({ months: [3, 6, 10, 12], spentFen: 750, forecastFen: 1800 });
  });

  it('a gap in the current year is bridged', () => {
    const earlierYears = [1200, 2400, 3600].map((total) => evenYear(total));
    const forecast = forecastPool({ earlierYears, currentYear: year([2, 200], [4, 400]) });
    expect(forecast).toMatchObject({ forecastFen: 1200, months: [2, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  });

  it('does not depend on the order of the months', () => {
    const earlierYears = UNEVEN.map((each) => [...each].reverse());
    const current = year([6, 320], [3, 100]);
    expect(forecastPool({ earlierYears, currentYear: current })).toEqual(
      forecastPool({ earlierYears: UNEVEN, currentYear: [...current].reverse() }),
    );
  });

  it('with an error around nothing more to come there is no interval', () => {
    const earlierYears = [year([6, 500], [12, 600]), year([6, 600], [12, 500]), year([6, 500], [12, 500])];
    const forecast = forecastPool({ earlierYears, currentYear: year([6, 100]) });
    expect(forecast).toMatchObject({ forecastFen: 100, lowerFen: null, upperFen: null });
    expect(forecast?.standardErrorFen).toBeGreaterThan(0);
  });

  it('promises no refund, and nothing from nothing', () => {
    const falling = [1, 2, 3].map((times) => year([6, 500 * times], [12, 400 * times]));
    expect(forecastPool({ earlierYears: falling, currentYear: year([6, 100]) })?.forecastFen).toBe(100);
    expect(forecastPool({ earlierYears: UNEVEN, currentYear: year([6, 0]) })).toBeNull();
    expect(forecastPool({ earlierYears: UNEVEN, currentYear: [] })).toBeNull();
    expect(forecastPool({ earlierYears: UNEVEN, currentYear: year([1, 30]) })).toBeNull();
  });

  it('in December the year is what it is', () => {
    const forecast = forecastPool({ earlierYears: UNEVEN, currentYear: year([9, 500], [12, 900]) });
    expect(forecast).toMatchObject({ forecastFen: 900, standardErrorFen: 0, lowerFen: 900, upperFen: 900 });
  });
});
