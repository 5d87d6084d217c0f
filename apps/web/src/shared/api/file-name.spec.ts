import { describe, expect, it } from '@jest/globals';
import { fileNameOf } from './file-name.js';

describe('the name of a served file', () => {
  it.each([
    ["attachment; filename*=UTF-8''%E5%A1%AB%E6%8A%A5%E8%A1%A8.xlsx", '填报表.xlsx'],
    ["attachment; filename*=UTF-8''a.xlsx; x=1", 'a.xlsx'],
    ["attachment; filename*=UTF-8''%E5%A", null],
    ['attachment', null],
    [null, null],
  ])('of %j is %j', (disposition, name) => {
    expect(fileNameOf(disposition)).toBe(name);
  });
});
