import { describe, expect, it } from '@jest/globals';
import { changedPoints } from './changed-points.js';

const points = (given: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(given).map(([id, value]) => [id, { points: value, reason: '核查' }]));

describe('points that a step changed', () => {
  it('counts what a level gives over what the one below gave, and none that it only took over', () => {
    const steps = [
      { step: 'submit', points: null },
      { step: 'approve', points: null },
      { step: 'review', points: points({ a: 8, b: 5 }) },
      { step: 'accept', points: points({ a: 8, b: 5 }) },
    ] as const;
    expect(changedPoints(steps)).toEqual([0, 0, 2, 0]);
  });

  it('counts other points, new ones and those that are taken back to the unit’s', () => {
    const steps = [
      { step: 'submit', points: null },
      { step: 'review', points: points({ same: 8, other: 5, back: 3 }) },
      { step: 'accept', points: points({ same: 8, other: 4, added: 2 }) },
    ] as const;
    expect(changedPoints(steps)).toEqual([0, 3, 3]);
  });

  it('begins anew once the unit hands it in again', () => {
    const steps = [
      { step: 'submit', points: null },
      { step: 'review', points: points({ a: 8 }) },
      { step: 'return', points: null },
      { step: 'submit', points: null },
      { step: 'review', points: points({ a: 8 }) },
    ] as const;
    expect(changedPoints(steps)).toEqual([0, 1, 0, 0, 1]);
  });
});
