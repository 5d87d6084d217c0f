import { describe, expect, it } from '@jest/globals';
import { effectOf, tellsEffect } from './rectification-effect.js';

describe('R27: the effect of a rectification, by the light of the next round', () => {
  it('is there where the light is green or blue, whatever it was', () => {
    expect(effectOf('red', 'green')).toBe('recovered');
    expect(effectOf('yellow', 'blue')).toBe('recovered');
    expect(effectOf(null, 'green')).toBe('recovered');
  });

  it('is not there where the light is only less bad, the same, or worse', () => {
    expect(effectOf('red', 'yellow')).toBe('improved');
    expect(effectOf('red', 'red')).toBe('unchanged');
    expect(effectOf('yellow', 'yellow')).toBe('unchanged');
    expect(effectOf('yellow', 'red')).toBe('worse');
    expect(effectOf('green', 'yellow')).toBe('worse');
    expect(effectOf('grey', 'red')).toBe('unchanged');
  });

  it('is told by a later round where the light is grey', () => {
    expect(effectOf('red', 'grey')).toBeNull();
  });

  it('is measured on a round after the one in which it was found, across the year end as well', () => {
    const june = { year: 2026, month: 6 };
    const tells = (year: number, month: number, found: typeof june | null): boolean =>
      tellsEffect({ round: { year, month }, light: 'green' }, found, null);
    expect(tells(2026, 6, june)).toBe(false);
    expect(tells(2026, 3, june)).toBe(false);
    expect(tells(2026, 9, june)).toBe(true);
    expect(tells(2027, 3, { year: 2026, month: 12 })).toBe(true);
    expect(tells(2026, 6, null)).toBe(true);
  });

  it('is measured again by a later round, or where the light of the same round has become another', () => {
    const june = { year: 2026, month: 6 };
    const last = { round: { year: 2026, month: 9 }, light: 'red' } as const;
    expect(tellsEffect(last, june, last)).toBe(false);
    expect(tellsEffect({ ...last, light: 'green' }, june, last)).toBe(true);
    expect(tellsEffect({ round: { year: 2026, month: 12 }, light: 'red' }, june, last)).toBe(true);
    expect(tellsEffect({ round: { year: 2026, month: 7 }, light: 'green' }, june, last)).toBe(false);
  });
});
