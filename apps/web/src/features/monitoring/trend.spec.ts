import { describe, expect, it } from '@jest/globals';
import { bulletOf } from './bullet.js';
import { sparkPlaces } from './sparkline.js';
import { seriesStretches } from './trend.js';

describe('the bullet of an indicator', () => {
  const rounded = (bullet: ReturnType<typeof bulletOf>) =>
    bullet && Object.values(bullet).map((place) => (place === null ? null : Math.round(place)));

  it('places result, standard and target on one track from zero', () => {
    expect(rounded(bulletOf({ result: 300, standard: 500 }, 1000))).toEqual([29, 48, 95]);
    expect(rounded(bulletOf({ result: 1200, standard: 500 }, 1000))).toEqual([95, 40, 79]);
  });

  it('ends far beyond the target with the track, so that the marks stay apart', () => {
    expect(rounded(bulletOf({ result: 99_000, standard: 500 }, 1000))).toEqual([100, 32, 63]);
  });

  it('R28: draws zero as nothing yet, and a blank not at all', () => {
    expect(rounded(bulletOf({ result: 0, standard: 500 }, 1000))).toEqual([0, 48, 95]);
    expect(bulletOf({ result: null, standard: 500 }, 1000)).toBeNull();
  });

  it('needs something to compare with that is more than nothing', () => {
    expect(bulletOf({ result: 3, standard: null }, null)).toBeNull();
    expect(bulletOf({ result: 0, standard: 0 }, 0)).toBeNull();
    expect(bulletOf({ result: -3, standard: 5 }, 5)).toBeNull();
    expect(rounded(bulletOf({ result: 3, standard: null }, 5))).toEqual([57, null, 95]);
  });
});

describe('the line of an indicator', () => {
  it('goes from the oldest to the newest, the lowest at the bottom', () => {
    const points = [
      { at: 0, value: 10 },
      { at: 6, value: 30 },
      { at: 12, value: 20 },
    ];
    expect(points.map(sparkPlaces(points, 64, 24))).toEqual([
      { x: 2, y: 22 },
      { x: 32, y: 2 },
      { x: 62, y: 12 },
    ]);
  });

  it('lies in the middle where nothing changes', () => {
    const points = [0, 12].map((at) => ({ at, value: 5 }));
    expect(points.map(sparkPlaces(points, 64, 24)).map(({ y }) => y)).toEqual([12, 12]);
  });

  const result = { resultText: null, rawValue: '', target: null, standard: null, light: 'green' } as const;
  const results = [
    { ...result, year: 2021, month: 12, result: 9 },
    { ...result, year: 2022, month: 3, result: 1 },
    { ...result, year: 2022, month: 6, result: null },
    { ...result, year: 2022, month: 9, result: 3 },
  ];
  const forecast = [3, 4].map((quarter) => ({ year: 2022, quarter, value: quarter }));
  const trend = { method: 'theta', forecast, meanAbsoluteError: 1, naiveError: 2, origins: 4, tested: 10 } as const;
  const values = (beginsAnew: boolean) =>
    seriesStretches({ results, trend, beginsAnew }).map((points) =>
      points.map(({ value, isForecast }) => (isForecast ? `${value}?` : `${value}`)),
    );

  it('leaves out what was not reported, and has the forecast after what is known', () => {
    expect(values(false)).toEqual([['9', '1', '3', '4?']]);
  });

  it('does not join the years of what begins anew with each', () => {
    expect(values(true)).toEqual([['9'], ['1', '3', '4?']]);
  });

  it('is none of an indicator that was never answered', () => {
    expect(seriesStretches({ results: [], trend: null, beginsAnew: false })).toEqual([]);
  });
});
