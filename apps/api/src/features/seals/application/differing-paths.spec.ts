import { describe, expect, it } from '@jest/globals';
import { differingPaths } from './differing-paths.js';

describe('where two values differ', () => {
  it('is told down to the single field', () => {
    expect(differingPaths({ a: { b: 1, c: [1, 2] } }, { a: { b: 1, c: [1, 3] } })).toEqual(['a.c.1']);
    expect(differingPaths({ a: 1 }, { a: 1 })).toEqual([]);
  });

  it('tells absent from null, and a list from an object', () => {
    expect(differingPaths({}, { a: null })).toEqual(['a']);
    expect(differingPaths({ a: [] }, { a: {} })).toEqual(['a']);
  });

  it('ends after some', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`f${at}`, at]));
    expect(differingPaths(many, {})).toHaveLength(20);
  });
});
