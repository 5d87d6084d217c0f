import { describe, expect, it } from '@jest/globals';
import { chunkKey } from './recompute.jobs.js';

describe('the key of a chunk of projects to judge anew', () => {
  it('begins with its round, and tells sets apart that begin alike and are of one size', () => {
    const [one, other] = [chunkKey('round', ['a', 'b', 'c']), chunkKey('round', ['a', 'x', 'y'])];
    expect(one).toMatch(/^round /);
    expect(other).not.toBe(one);
    expect(chunkKey('round', ['a', 'b', 'c'])).toBe(one);
  });
});
