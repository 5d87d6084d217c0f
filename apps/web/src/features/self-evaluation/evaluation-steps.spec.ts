import { describe, expect, it } from '@jest/globals';
import { outcomeOf, stationOf, stationsOf, takersOf } from './evaluation-steps.js';

describe('the steps of a self-evaluation', () => {
  it('leads what the unit has approved to finance where no department stands between', () => {
    expect(stationOf('unitApproved', true)).toBe('department');
    expect(stationOf('unitApproved', false)).toBe('finance');
    expect(stationsOf(false)).not.toContain('department');
    expect(stationOf('accepted', true)).toBe('done');
  });

  it('takes a step with those that may take it', () => {
    const rows = [
      { id: 'a', may: ['accept' as const] },
      { id: 'b', may: [] },
    ];
    expect(takersOf(rows, 'accept').map(({ id }) => id)).toEqual(['a']);
  });

  it('names what was refused, with all that hinders it', () => {
    const issue = { path: '', code: 'weights-total', message: '分值不对。' };
    const refused = [{ id: 'a', code: 'evaluation-incomplete', message: '不完整。', issues: [issue] }];
    expect(outcomeOf('submit', [{ id: 'a', projectName: '项目' }], { done: [], refused })).toEqual({
      step: 'submit',
      done: 0,
      refused: [{ key: 'a', name: '项目', message: '不完整。 分值不对。' }],
    });
  });
});
