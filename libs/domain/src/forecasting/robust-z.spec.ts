import { describe, it, expect } from '@jest/globals';
import { median, robustZ } from './robust-z.js';

describe('R48: robust z', () => {
  it('measures by the median absolute deviation', () => {
    expect(robustZ(25, [10, 11, 12, 13, 14])).toBeCloseTo((0.6745 * 13) / 1);
    expect(robustZ(12, [10, 11, 12, 13, 14])).toBe(0);
    expect(robustZ(2, [10, 11, 12, 13, 14])).toBeCloseTo(-6.745);
  });

  it('is not disturbed by one strange peer', () => {
    expect(robustZ(25, [10, 11, 12, 13, 1400])).toBeCloseTo(0.6745 * 13);
  });

  it('falls back to the mean absolute deviation where most peers are equal', () => {
    expect(robustZ(20, [10, 10, 10, 10, 15])).toBeCloseTo(10 / 1.2533);
  });

  it('has no measure where all are equal, or there is nobody', () => {
    expect(robustZ(20, [10, 10, 10])).toBeNull();
    expect(robustZ(20, [])).toBeNull();
  });

  it('the median of an even number is between the middle two', () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeNull();
  });
});
