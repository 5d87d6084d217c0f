import { describe, expect, it } from '@jest/globals';
import { safeReturnPath } from './return-path.js';

const back = (wanted: string): string => safeReturnPath(wanted, 'https://jixiao.example/app');

describe('where single sign-on leads back to', () => {
  it('is a path of this program, with its query and its place in the page', () => {
    expect(back('/projects/1?month=6&to=https://a//b#result')).toBe('/projects/1?month=6&to=https://a//b#result');
  });

  it('is written so that it can stand in a header', () => {
    expect(back('/项目?q=水利 工程')).toBe('/%E9%A1%B9%E7%9B%AE?q=%E6%B0%B4%E5%88%A9%20%E5%B7%A5%E7%A8%8B');
  });

  it.each([
    'https://elsewhere.example',
    'javascript:alert(1)',
    'projects',
    '',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/\r\nset-cookie: sid=x',
    '/\u007f/elsewhere.example',
    '/\0',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    '/projects//elsewhere.example',
    '//[',
  ])('is the first page for %j', (wanted) => {
    expect(back(wanted)).toBe('/');
  });
});
