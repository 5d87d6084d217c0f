import { describe, expect, it } from '@jest/globals';
import { inTimeRate } from './scorecard-columns.js';

describe('the share of answers in time', () => {
  it('is of those that were given or are late', () => {
    expect(inTimeRate({ answered: 3, answeredInTime: 2, overdue: 0 })).toBe(66.67);
    expect(inTimeRate({ answered: 3, answeredInTime: 3, overdue: 1 })).toBe(75);
  });

  it('is none where nothing was due yet', () => {
    expect(inTimeRate({ answered: 0, answeredInTime: 0, overdue: 0 })).toBeNull();
  });
});
