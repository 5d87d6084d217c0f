import { describe, expect, it } from '@jest/globals';
import { readReview, reviewFormOf } from './review-form.js';
import { leafOf } from './testing/evaluation-detail.js';

const LEAVES = [leafOf()];
const BELOW = { a: { points: 8, reason: '部门核实' } };
const read = (points: string, reason: string, below = {}) => readReview({ a: { points, reason } }, LEAVES, below);

describe('points that a reviewer gives', () => {
  it('begins with those of the level below, and gives nothing where they stay', () => {
    const form = reviewFormOf(LEAVES, BELOW);
    expect(form.a).toEqual({ points: '8', reason: '部门核实' });
    expect(readReview(form, LEAVES, BELOW)).toMatchObject({ given: {}, points: BELOW });
  });

  it('gives other points with why, and takes those of the level below back where both are blank', () => {
    expect(read('9.5', '资料齐全')).toMatchObject({ given: { a: { points: 9.5, reason: '资料齐全' } } });
    expect(read('', '', BELOW).given).toEqual({ a: null });
  });

  it.each([
    ['9', '', 'review-reason-missing'],
    ['', '核实', 'review-points-missing'],
    ['10.01', '核实', 'review-out-of-range'],
    ['九', '核实', 'figure-unreadable'],
  ])('refuses %s with “%s”: %s', (points, reason, code) => {
    const { faults, given } = read(points, reason);
    expect([...faults]).toEqual([['a', code]]);
    expect(given).toEqual({});
  });
});
