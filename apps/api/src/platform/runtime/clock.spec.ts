import { describe, expect, it } from '@jest/globals';
import { chinaDay, chinaDayEnd, chinaTime, Clock, startOfChinaDay } from './clock.js';

describe('calendar day in China', () => {
  it.each([
    ['2023-06-30T15:59:59.999Z', '2023-06-30'],
    ['2023-06-30T16:00:00.000Z', '2023-07-01'],
    ['2023-12-31T16:00:00.000Z', '2024-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s is %s', (instant, day) => {
    expect(chinaDay(new Date(instant))).toBe(day);
  });

  it('begins at 16:00 UTC of the day before, and ends right before the next one', () => {
    expect(startOfChinaDay('2024-03-01')).toBe('2024-02-29T16:00:00.000Z');
    expect(chinaDayEnd('2024-02-29')).toBe('2024-02-29T15:59:59.999Z');
    expect(chinaTime('2024-02-29T16:00:00.000Z')).toBe('2024-03-01 00:00:00');
  });
});

describe('clock', () => {
  class Stopped extends Clock {
    protected override date(): Date {
      return new Date('2023-06-30T16:00:00.000Z');
    }
  }

  it('gives the instant in UTC and the day in China', () => {
    const clock = new Stopped();
    expect(clock.now()).toBe('2023-06-30T16:00:00.000Z');
    expect(clock.today()).toBe('2023-07-01');
  });

  it('gives instants ahead', () => {
    expect(new Stopped().later(90_000)).toBe('2023-06-30T16:01:30.000Z');
  });
});
