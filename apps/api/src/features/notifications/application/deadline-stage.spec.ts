import { expect, it } from '@jest/globals';
import { deadlineStage } from './deadline-stage.js';

it('reminds three days before, on the last two days and once the deadline has passed', () => {
  expect([4, 3, 2, 1, 0, -1, -40].map(deadlineStage)).toEqual([
    null,
    'deadline-soon',
    'deadline-soon',
    'deadline-near',
    'deadline-near',
    'deadline-passed',
    'deadline-passed',
  ]);
});
