import { describe, it, expect } from '@jest/globals';
import { isJump } from './jump.js';

describe('a cumulative figure that jumps', () => {
  it.each([
    ['as fast as before', 25, 50, false],
    ['three times as fast', 25, 100, false],
    ['more than three times as fast', 25, 100.01, true],
    ['fast, but little of the whole', 1, 9, false],
    ['falling', 25, 20, false],
    ['from nothing', 0, 90, false],
  ])('%s: %p in March, %p in June of 100', (_name, before, now, expected) => {
    expect(isJump({ month: 3, value: before }, { month: 6, value: now }, 100)).toBe(expected);
  });

  it('nothing jumps where there is no whole to compare with', () => {
    expect(isJump({ month: 3, value: 1 }, { month: 6, value: 99 }, null)).toBe(false);
    expect(isJump({ month: 3, value: 1 }, { month: 6, value: 99 }, 0)).toBe(false);
  });

  it('the limits are data', () => {
    const rules = { paceTimes: 1, sharePercent: 1 };
    expect(isJump({ month: 3, value: 25 }, { month: 6, value: 51 }, 100, rules)).toBe(true);
  });
});
