import { describe, expect, it } from '@jest/globals';
import { afterQuietHours } from './quiet-hours.js';

describe('quiet hours', () => {
  const night = { from: '21:30', until: '07:00' };
  const noon = { from: '12:00', until: '14:00' };

  it('hold back over midnight until their end', () => {
    expect(afterQuietHours('21:29', night)).toBe(0);
    expect(afterQuietHours('21:30', night)).toBe(9 * 60 + 30);
    expect(afterQuietHours('23:59', night)).toBe(7 * 60 + 1);
    expect(afterQuietHours('00:00', night)).toBe(7 * 60);
    expect(afterQuietHours('06:59', night)).toBe(1);
    expect(afterQuietHours('07:00', night)).toBe(0);
  });

  it('hold back within a day', () => {
    expect(afterQuietHours('11:59', noon)).toBe(0);
    expect(afterQuietHours('12:30', noon)).toBe(90);
    expect(afterQuietHours('14:00', noon)).toBe(0);
  });

  it('hold nothing back where there are none, or they have no length', () => {
    expect(afterQuietHours('12:00', null)).toBe(0);
    expect(afterQuietHours('12:00', { from: '12:00', until: '12:00' })).toBe(0);
  });

  it('take no other text for a time', () => {
    expect(() => afterQuietHours('24:00', noon)).toThrow(RangeError);
    expect(() => afterQuietHours('7:00', noon)).toThrow(RangeError);
  });
});
