import { describe, expect, it } from '@jest/globals';
import { organisationOptions } from './organisation-options.js';

const one = (id: string, parentId: string | null) => ({
  id,
  parentId,
  code: id,
  name: id,
  kind: 'unit' as const,
  selfApproval: false,
  active: true,
});

describe('the tree of organisations as a list', () => {
  it('puts children below their parent', () => {
    const options = organisationOptions([
      one('a', null),
      one('b', null),
      one('a1', 'a'),
      one('a2', 'a'),
      one('a11', 'a1'),
    ]);
    expect(options.map(({ id, depth }) => [id, depth])).toEqual([
      ['a', 0],
      ['a1', 1],
      ['a11', 2],
      ['a2', 1],
      ['b', 0],
    ]);
  });

  it('takes a unit whose parent is out of sight as a top', () => {
    expect(organisationOptions([one('x', 'hidden')])).toMatchObject([{ id: 'x', depth: 0 }]);
  });
});
