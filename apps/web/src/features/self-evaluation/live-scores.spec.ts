import { describe, expect, it } from '@jest/globals';
import { givenPoints, liveScores } from './live-scores.js';
import { detailOf, leafOf } from './testing/evaluation-detail.js';

describe('scores while one types', () => {
  it('R31, R32, R49: has the points with the sentence of the rule that gave each', () => {
    const detail = detailOf([leafOf()]);
    const scores = liveScores(detail, detail, {}, 'zh');
    expect(scores.execution).toMatchObject({ points: 8.62, rate: 86.2 });
    expect(scores.execution.explanation).toContain('= 8.62');
    expect(scores.leaves.a).toMatchObject({ points: 9.69, rule: 'positive', completion: 96.94 });
    expect(scores.leaves.a?.explanation).toContain('96.94% × 分值 10 = 9.69');
    expect(scores.remarks.map(({ code, required }) => [code, required])).toEqual([['weights-total', true]]);
  });

  it('R30: takes what is typed and not what is stored', () => {
    const detail = detailOf([leafOf()]);
    const leaves = [{ id: 'a', weight: 90, value: 98 }];
    const scores = liveScores(detail, { frame: null, leaves }, {}, 'en');
    expect(scores.leaves.a?.points).toBe(90);
    expect(scores).toMatchObject({ total: 98.62, grade: 'excellent', remarks: [] });
  });

  it('has a reviewer’s points in the place of the unit’s own, and finds them again', () => {
    const detail = detailOf([leafOf({ weight: 90 })]);
    const reviewed = { a: { points: 80, reason: '核实' } };
    const scores = liveScores(detail, detail, reviewed, 'zh');
    expect(scores.leaves.a).toMatchObject({ points: 80, rule: 'reviewed', review: { own: 87.24, reason: '核实' } });
    expect(givenPoints(scores)).toEqual(reviewed);
    expect(givenPoints(null)).toEqual({});
  });
});
