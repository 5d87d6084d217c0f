import { describe, expect, it } from '@jest/globals';
import { paperSize } from './paper-size.js';

describe('a chart on paper', () => {
  it('is drawn as wide as its part of the sheet, whatever the window', () => {
    expect(paperSize({ width: 683, height: 400 }, 1_366)).toEqual({ width: 516, height: 302 });
    expect(paperSize({ width: 960, height: 400 }, 1_920).width).toBe(516);
  });

  it('is no larger than on the screen', () => {
    expect(paperSize({ width: 360, height: 236 }, 390)).toEqual({ width: 360, height: 236 });
  });
});
