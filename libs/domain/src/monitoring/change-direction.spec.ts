import { describe, expect, it } from '@jest/globals';
import type { Light } from './assessment-types.js';
import { changeDirection, changeRank } from './change-direction.js';

describe('R50: a change of colour', () => {
  it.each<[Light, Light, string]>([
    ['green', 'yellow', 'worse'],
    ['yellow', 'red', 'worse'],
    ['red', 'green', 'better'],
    ['green', 'grey', 'other'],
    ['grey', 'red', 'other'],
    ['red', 'red', 'other'],
  ])('from %s to %s is %s', (from, to, direction) => {
    expect(changeDirection(from, to)).toBe(direction);
  });

  it('comes the earlier the worse it is, and last where the colour is kept', () => {
    const changes: [Light, Light][] = [
      ['green', 'red'],
      ['yellow', 'red'],
      ['green', 'yellow'],
      ['red', 'yellow'],
      ['red', 'green'],
      ['grey', 'red'],
      ['red', 'red'],
    ];
    const shuffled = [...changes].reverse().sort(([a, b], [c, d]) => changeRank(a, b) - changeRank(c, d));
    expect(shuffled).toEqual(changes);
  });
});
