import { describe, expect, it } from '@jest/globals';
import { changesOf } from './recorded-changes.js';

describe('what an audit entry changed', () => {
  it('is the fields that differ, in the order in which they were recorded', () => {
    const before = '{"version":1,"key":false,"name":"宣传","roles":["a"]}';
    const after = '{"version":2,"key":false,"name":"宣传","roles":["a","b"],"note":"x"}';
    expect(changesOf(before, after)).toEqual([
      { field: 'version', before: 1, after: 2 },
      { field: 'roles', before: ['a'], after: ['a', 'b'] },
      { field: 'note', before: undefined, after: 'x' },
    ]);
  });

  it('is every field with a value where there is only one side', () => {
    expect(changesOf(null, '{"code":null,"zero":0,"no":false}')).toEqual([
      { field: 'zero', before: undefined, after: 0 },
      { field: 'no', before: undefined, after: false },
    ]);
    expect(changesOf('{"name":"x"}', null)).toEqual([{ field: 'name', before: 'x', after: undefined }]);
  });

  it('is nothing where nothing was recorded', () => {
    expect(changesOf(null, null)).toEqual([]);
  });

  it('is the whole where it has no fields, or is no JSON', () => {
    expect(changesOf('[1]', '[1,2]')).toEqual([{ field: null, before: [1], after: [1, 2] }]);
    expect(changesOf(null, 'plain words')).toEqual([{ field: null, before: undefined, after: 'plain words' }]);
  });
});
