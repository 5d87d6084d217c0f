import { describe, expect, it } from '@jest/globals';
import { headText, notedHead } from './noted-head.js';

const HEAD = { seq: 12, hash: 'ab'.repeat(32) };

describe('a noted end of the audit trail', () => {
  it('is read as it was written', () => {
    expect(notedHead(headText(HEAD))).toEqual(HEAD);
    expect(notedHead(` ${headText(HEAD).toUpperCase()}\n`)).toEqual(HEAD);
  });

  it.each(['', '12', `12:${'ab'.repeat(31)}`, `x:${HEAD.hash}`, `12:${'xy'.repeat(32)}`])('is not %s', (text) => {
    expect(notedHead(text)).toBeNull();
  });
});
