import { describe, it, expect } from '@jest/globals';
import { dampedHolt, theta } from './trend-methods.js';

const rounded = (values: readonly number[]) => values.map((value) => Math.round(value * 1000) / 1000);

describe('R47: damped Holt', () => {
  it('goes on along a line, by less with every step', () => {
    expect(rounded(dampedHolt([10, 20, 30, 40, 50, 60], 3))).toEqual([69.8, 79.404, 88.816]);
  });

  it('stays where a series stands still', () => {
    expect(dampedHolt([5, 5, 5, 5], 2)).toEqual([5, 5]);
  });

  it('follows a trend that turns', () => {
    const [next = 0] = dampedHolt([10, 20, 30, 40, 35, 30, 25, 20], 1);
    expect(next).toBeLessThan(20);
  });
});

describe('R47: Theta', () => {
  it('is exponential smoothing with half the slope as drift', () => {
    expect(rounded(theta([1, 2, 3, 4], 3))).toEqual([4.5, 5, 5.5]);
  });

  it('stays where a series stands still', () => {
    expect(theta([5, 5, 5, 5], 2)).toEqual([5, 5]);
  });

  it('smooths what only wavers', () => {
    const [next = 0] = theta([10, 12, 10, 12, 10, 12, 10, 12], 1);
    expect(next).toBeGreaterThan(10);
    expect(next).toBeLessThan(12);
  });
});
