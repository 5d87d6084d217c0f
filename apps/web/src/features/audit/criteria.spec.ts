import { describe, expect, it } from '@jest/globals';
import { actionGroups, criteriaOf, noCriteria } from './criteria.js';

describe('what audit entries are narrowed to', () => {
  it('is only what was typed, without space around it', () => {
    expect(criteriaOf(noCriteria())).toEqual({});
    expect(criteriaOf({ ...noCriteria(), actor: 'wang', text: ' 宣传 ', address: ' ' })).toEqual({
      actor: 'wang',
      text: '宣传',
    });
  });

  it('is chosen from actions by slice', () => {
    const [a, b, c] = [
      { action: 'x.one', name: '1' },
      { action: 'y.two', name: '2' },
      { action: 'x.three', name: '3' },
    ] as const;
    expect(actionGroups([a, b, c])).toEqual([
      { slice: 'x', actions: [a, c] },
      { slice: 'y', actions: [b] },
    ]);
  });
});
