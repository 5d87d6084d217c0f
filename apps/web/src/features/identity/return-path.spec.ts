import { describe, expect, it } from '@jest/globals';
import { safeReturnPath } from './return-path.js';

describe('where to go after signing in', () => {
  it('goes back to a path of this site', () => {
    expect(safeReturnPath('/projects/1?month=6')).toBe('/projects/1?month=6');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'x',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\u007f/elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '//[',
    '/sign-in?to=/',
    '/./sign-in',
    undefined,
    ['/a'],
  ])('never leaves the site or loops: %j', (wanted) => {
    expect(safeReturnPath(wanted)).toBe('/');
  });
});
