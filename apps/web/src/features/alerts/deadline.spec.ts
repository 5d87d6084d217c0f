import { describe, expect, it } from '@jest/globals';
import { nearnessOf } from './deadline.js';

describe('the deadline of an alert (R27)', () => {
  it('is so many working days away, today, or past', () => {
    expect(nearnessOf({ daysLeft: 3, isOverdue: false })).toEqual({ key: 'left', n: 3 });
    expect(nearnessOf({ daysLeft: 0, isOverdue: false })).toEqual({ key: 'today', n: 0 });
    expect(nearnessOf({ daysLeft: -2, isOverdue: true })).toEqual({ key: 'late', n: 2 });
  });

  it('is late on the Saturday after a Friday as well, when no working day has passed', () => {
    expect(nearnessOf({ daysLeft: 0, isOverdue: true })).toEqual({ key: 'late', n: 1 });
  });

  it('is nothing where nobody waits for an answer', () => {
    expect(nearnessOf({ daysLeft: null, isOverdue: false })).toBeNull();
  });
});
