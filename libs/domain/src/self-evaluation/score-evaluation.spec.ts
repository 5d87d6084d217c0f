import { describe, expect, it } from '@jest/globals';
import { wan } from '../testing/assessment-samples.js';
import { sampleEvaluation, sampleLeaf } from '../testing/evaluation-samples.js';
import { evaluationRemarkMessage } from './evaluation-remark-messages.js';
import type { EvaluationInput, LeafToScore } from './evaluation-types.js';
import { CAPPED_EVALUATION_RULES, DEFAULT_EVALUATION_RULES } from './preset-evaluation-rules.js';
import { scoreEvaluation } from './score-evaluation.js';
import { capped, gradeOf } from './total-points.js';
import { exact } from '../kernel/exact.js';

const codes = (input: EvaluationInput, reviewed = {}) =>
  scoreEvaluation(input, reviewed).remarks.map(({ code, required }) => `${code}${required ? '' : '?'}`);
const spending = (spent: number) => ({ adjustedBudgetFen: wan(100), expenditureFen: wan(spent) });
/** Leaves whose points are as given, out of weights as given. */
const leavesOf = (...leaves: [points: number, weight: number][]): LeafToScore[] =>
  leaves.map(([points, weight], at) =>
    sampleLeaf('有所改善', { type: 'outcome', outcome: 'met' }, { id: `leaf-${at}`, weight, chosenPoints: points }),
  );
/** One leaf of 90 that has so many points; out of 90 all bands are open. */
const ninety = (points: number): LeafToScore[] => [sampleLeaf('≥9000个', points * 100, { id: 'leaf-0', weight: 90 })];

describe('R38: total and grade', () => {
  it('R38: 100 points where everything is met and spent', () => {
    expect(scoreEvaluation(sampleEvaluation())).toMatchObject({
      sum: 100,
      outOf: 100,
      total: 100,
      grade: 'excellent',
      cap: null,
      alerts: [],
      remarks: [],
    });
  });

  it.each([
    [90, 'excellent'],
    [89.99, 'good'],
    [80, 'good'],
    [79.99, 'fair'],
    [60, 'fair'],
    [59.99, 'poor'],
    [0, 'poor'],
  ])('R38: %d is %s', (total, grade) => {
    expect(gradeOf(total, DEFAULT_EVALUATION_RULES)).toBe(grade);
  });

  it('R38: sums rounded points', () => {
    const third = (id: string) => sampleLeaf('≥3个', 1, { id, weight: 10 });
    const leaves = ['a', 'b', 'c'].map(third).concat(sampleLeaf('≥20个', 20, { id: 'd', weight: 60 }));
    expect(scoreEvaluation(sampleEvaluation({ leaves })).sum).toBe(79.99);
  });

  it('R38: has no total as long as points are not known', () => {
    const leaves = [sampleLeaf('≥20个', null, { weight: 90 })];
    expect(scoreEvaluation(sampleEvaluation({ leaves }))).toMatchObject({
      sum: null,
      total: null,
      grade: null,
      alerts: [],
    });
    expect(scoreEvaluation(sampleEvaluation({ adjustedBudgetFen: null }))).toMatchObject({ sum: null, total: null });
  });
});

describe('R40: what does not apply', () => {
  const leaves = [
    ...leavesOf([77.4, 81]),
    sampleLeaf('≥20个', 0, { id: 'gone', weight: 9, notApplicableWhy: '项目内容取消' }),
  ];

  it('R40: 77.4 of 81 + 9 of 10 = 86.4 of 91 → 94.95', () => {
    const scores = scoreEvaluation(sampleEvaluation({ leaves, ...spending(90) }));
    expect(scores).toMatchObject({ sum: 86.4, outOf: 91, total: 94.95, grade: 'excellent' });
    expect(scores.remarks).toEqual([]);
  });

  it('R40: execution is dropped alike where there was nothing to spend', () => {
    const scores = scoreEvaluation(
      sampleEvaluation({ leaves: leavesOf([81, 90]), adjustedBudgetFen: 0, expenditureFen: 0 }),
    );
    expect(scores).toMatchObject({ sum: 81, outOf: 90, total: 90 });
    expect(scores.remarks.map(({ code }) => code)).toEqual(['nothing-to-spend']);
  });

  it('R40: wants a reason, and at least one leaf that applies', () => {
    const dropped = [sampleLeaf('≥20个', 20, { weight: 90, notApplicableWhy: ' ' })];
    expect(codes(sampleEvaluation({ leaves: dropped }))).toEqual(['no-leaf-applies', 'not-applicable-unexplained']);
  });
});

describe('§8: caps by execution', () => {
  const at = (rate: number, total: number) => capped(total, exact(rate), CAPPED_EVALUATION_RULES.caps);

  it.each([
    [80, 95, 95],
    [79.999, 95, 89],
    [70, 95, 89],
    [69.99, 95, 79],
    [60, 95, 79],
    [59.99, 95, 69],
    [50, 95, 69],
    [49.99, 95, 59],
    [49.99, 40, 40],
    [79, 89, 89],
  ])('an execution rate of %d %% makes %d at most %d', (rate, before, total) => {
    expect(at(rate, before).total).toBe(total);
  });

  it('keeps the total before, and the grade follows the cap', () => {
    const scores = scoreEvaluation(sampleEvaluation({ rules: CAPPED_EVALUATION_RULES, ...spending(75) }));
    expect(scores).toMatchObject({
      sum: 97.5,
      total: 89,
      grade: 'good',
      cap: { executionBelow: 80, totalAtMost: 89, before: 97.5 },
    });
  });

  it('caps nothing without a rate', () => {
    expect(capped(95, null, CAPPED_EVALUATION_RULES.caps)).toEqual({ total: 95, cap: null });
  });
});

describe('R39: alerts', () => {
  const alerts = (points: number, spent: number) =>
    scoreEvaluation(sampleEvaluation({ leaves: ninety(points), ...spending(spent) })).alerts;

  it('R39: 85.5/90 and 9.0/10 → 5.26 % red; 9.1 → 4.21 % none', () => {
    expect(alerts(85.5, 90)).toEqual([
      {
        code: 'points-above-execution',
        light: 'red',
        params: { leafRate: 95, executionRate: 90, gap: 5.26, limit: 5 },
      },
    ]);
    expect(alerts(85.5, 91)).toEqual([]);
  });

  it('R39: exactly 5 % is not above it', () => {
    expect(alerts(90, 95)).toEqual([]);
  });

  it('R39: else more than 20 % unspent → yellow: 100, 79 spent', () => {
    expect(alerts(72, 79)).toEqual([{ code: 'unspent', light: 'yellow', params: { unspent: 21, limit: 20 } }]);
    expect(alerts(72, 80)).toEqual([]);
    expect(alerts(90, 79).map(({ light }) => light)).toEqual(['red']);
  });

  it('R39: an indicator rate of 0 is not evaluated', () => {
    expect(alerts(0, 90)).toEqual([]);
  });
});

describe('remarks', () => {
  const one = (leaf: LeafToScore) => sampleEvaluation({ leaves: [{ ...leaf, weight: 90 }] });
  const bare = { explanation: null } as const;

  it.each([
    ['≥20人', 26, ['over-target-unexplained']],
    ['≥20人', 25, []],
    ['≥5000份', 6418, []],
    ['=20人', 20.01, ['over-target-unexplained']],
    ['20人', 25, []],
    ['≥50%', 100, []],
    ['≤20分钟', 1, []],
  ])('R25: %s with %d → %j', (rawValue, result, expected) => {
    expect(codes(one(sampleLeaf(rawValue, result, bare)))).toEqual(expected);
    expect(codes(one(sampleLeaf(rawValue, result)))).toEqual([]);
  });

  it('asks for 偏差原因分析及改进措施 where points were lost', () => {
    expect(codes(one(sampleLeaf('≥20人', 19, bare)))).toEqual(['points-lost-unexplained']);
    expect(codes(one(sampleLeaf('≥20人', 19, { explanation: '  ' })))).toEqual(['points-lost-unexplained']);
    expect(codes(one(sampleLeaf('≥20人', 19)))).toEqual([]);
    expect(codes(one(sampleLeaf('≥20人', { type: 'noData', why: '无台账' }, bare)))).toEqual([
      'points-lost-unexplained',
    ]);
  });

  it('R37: a deduction has its own reason and its limits', () => {
    const cut = (points: number, reason: string) => one(sampleLeaf('≥20人', 20, { ...bare, cut: { points, reason } }));
    expect(codes(cut(1.5, '资料不全'))).toEqual([]);
    expect(codes(cut(1.5, ''))).toEqual(['cut-without-reason']);
    expect(codes(cut(0, '无'))).toEqual(['cut-out-of-range']);
    expect(codes(cut(90.01, '无'))).toEqual(['cut-out-of-range']);
  });

  it('R36: 7.99 with 达成 is rejected', () => {
    const met = (chosenPoints: number | null) =>
      codes(
        sampleEvaluation({
          leaves: [
            sampleLeaf('有所改善', { type: 'outcome', outcome: 'met' }, { id: 'a', chosenPoints }),
            sampleLeaf('≥20人', 20, { id: 'b', weight: 80 }),
          ],
        }),
      );
    expect(met(7.99)).toEqual(['points-outside-outcome']);
    expect(met(null)).toEqual(['points-to-choose']);
    expect(met(8)).toEqual([]);
  });

  it('R28: wants every result, and both figures of execution', () => {
    expect(codes(one(sampleLeaf('≥20人', null)))).toEqual(['result-missing']);
    expect(codes(sampleEvaluation({ adjustedBudgetFen: null }))).toEqual(['budget-missing']);
    expect(codes(sampleEvaluation({ expenditureFen: null }))).toEqual(['expenditure-missing']);
    expect(codes(sampleEvaluation({ adjustedBudgetFen: 0 }))).toEqual(['spent-without-budget?']);
  });

  it('R32, R41: advises on what counts as 0 and on what counts twice', () => {
    expect(codes(one(sampleLeaf('≥20人', -1)))).toEqual(['result-negative?']);
    expect(codes(one(sampleLeaf('≥90%', null, bare, { kind: 'executionRate' })))).toEqual(['execution-counted-twice?']);
  });

  it('R41: says where a doubtful direction is scored as printed, until finance has confirmed it', () => {
    const complaints = (name: string, confirmed?: boolean) =>
      codes(
        one(
          sampleLeaf(
            '≥90%',
            95,
            { ...bare, ...(confirmed === undefined ? {} : { directionConfirmed: confirmed }) },
            { name },
          ),
        ),
      );
    expect(complaints('受援群众投诉率', false)).toEqual(['direction-to-confirm?']);
    expect(complaints('受援群众投诉率', true)).toEqual([]);
    expect(complaints('群众投诉下降率', false)).toEqual([]);
    expect(complaints('受援群众投诉率')).toEqual([]);
    const leaf = sampleLeaf('≥90%', 95, { ...bare, directionConfirmed: false }, { name: '受援群众投诉率' });
    const { leaves, remarks } = scoreEvaluation(one(leaf));
    expect(leaves[0]?.points).toBe(90);
    const [remark] = remarks.filter(({ code }) => code === 'direction-to-confirm');
    if (remark === undefined) throw new Error('No remark');
    expect(evaluationRemarkMessage(remark, 'zh')).toBe(
      '指标“受援群众投诉率”的指标值 ≥90% 与名称方向不符，方向待财政确认，目前按原文计分。',
    );
    expect(evaluationRemarkMessage(remark, 'en')).toContain('direction to confirm by finance');
  });

  it('R30: brings those of the weights, by the frame that was chosen', () => {
    const levels = { level1: '效益指标', level2: '社会效益指标' };
    const leaves = [
      sampleLeaf('≥20人', 20, { id: 'a', weight: 60 }),
      sampleLeaf('≥20人', 20, { id: 'b', weight: 30 }, levels),
    ];
    expect(codes(sampleEvaluation({ leaves, frame: 'A' }))).toEqual(['weights-part?', 'weights-part?']);
    expect(codes(sampleEvaluation({ leaves, frame: 'B' }))).toEqual([]);
    expect(codes(sampleEvaluation({ leaves }))).toEqual([]);
    expect(codes(sampleEvaluation({ leaves: leavesOf([80, 89.99]) }))).toEqual(['weights-total']);
  });
});

describe('reviewed points', () => {
  const review = (points: number, reason = '核减') => ({ 'leaf-1': { points, reason } });

  it('replace those of the rules and keep them, with the completion', () => {
    const scores = scoreEvaluation(sampleEvaluation(), review(20));
    expect(scores.leaves[0]).toMatchObject({
      points: 20,
      rule: 'reviewed',
      completion: 100,
      beforeCut: 22.5,
      review: { own: 22.5, ownRule: 'positive', reason: '核减' },
    });
    expect(scores).toMatchObject({ sum: 97.5, total: 97.5, remarks: [] });
  });

  it('stay within 0 and the weight, and have a reason', () => {
    expect(codes(sampleEvaluation(), review(22.51))).toEqual(['review-out-of-range']);
    expect(scoreEvaluation(sampleEvaluation(), review(22.51)).sum).toBe(100);
    expect(codes(sampleEvaluation(), review(-0.01))).toEqual(['review-out-of-range']);
    expect(codes(sampleEvaluation(), review(22.5, ' '))).toEqual(['review-unexplained']);
  });

  it('R40: make a leaf apply that the unit dropped', () => {
    const [first, ...rest] = sampleEvaluation().leaves;
    const leaves = [...(first ? [{ ...first, notApplicableWhy: '不适用' }] : []), ...rest];
    expect(scoreEvaluation(sampleEvaluation({ leaves })).outOf).toBe(77.5);
    expect(scoreEvaluation(sampleEvaluation({ leaves }), review(0))).toMatchObject({ sum: 77.5, outOf: 100 });
  });
});
