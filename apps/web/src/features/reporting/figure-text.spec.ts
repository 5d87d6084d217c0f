import { describe, expect, it } from '@jest/globals';
import { parseFigure } from './figure-text.js';

describe('a result as typed', () => {
  it.each([
    ['27000', null, 27_000],
    ['27,000', '件', 27_000],
    ['１２．５', null, 12.5],
    ['91%', '%', 91],
    ['8099件', '件', 8_099],
    [' 3 ', null, 3],
    ['0', null, 0],
    ['-0', null, 0],
    ['-3', null, -3],
    ['−1,234.5', null, -1234.5],
  ])('reads %j with unit %j as %d', (text, unit, value) => {
    expect(parseFigure(text, unit)).toEqual({ ok: true, value });
  });

  it('R28: reads blank as no answer, which is not zero', () => {
    expect(parseFigure('  ', '件')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['1e20', 'figure-unreadable'],
    ['twelve', 'figure-unreadable'],
    ['1,23', 'figure-unreadable'],
    ['NaN', 'figure-unreadable'],
    ['1000000000001', 'figure-too-large'],
    ['-1000000000001', 'figure-too-large'],
  ])('refuses %j with %s', (text, fault) => {
    expect(parseFigure(text, null)).toEqual({ ok: false, fault });
  });
});
