import { describe, expect, it } from '@jest/globals';
import { pointsOf, sampleLeaf } from '../testing/evaluation-samples.js';
import { wan } from '../testing/assessment-samples.js';
import { yearExecution } from './execution-points.js';
import { DEFAULT_EVALUATION_RULES, TIANJIN_EVALUATION_RULES } from './preset-evaluation-rules.js';
import { scoreLeaf } from './score-leaf.js';

const scored = (
  rawValue: string,
  result: number,
  weight = 10,
  rules: Parameters<typeof pointsOf>[1] = {},
): number | null => pointsOf(sampleLeaf(rawValue, result, { weight }), rules).points;

describe('R32: positive points', () => {
  it.each([
    ['≥98%', 95, 9.69],
    ['≥98%', 98, 10],
    ['≥98%', 120, 10],
    ['≥98%', -5, 0],
    ['≥98%', 0, 0],
    ['≥20个', 11, 5.5],
    ['>90%', 90, 10],
    ['=100%', 99, 9.9],
    ['=100个', 101, 10],
    ['100%', 99.99, 10],
  ])('R32: %s with %d has %d of 10', (rawValue, result, points) => {
    expect(scored(rawValue, result)).toBe(points);
  });

  it('R32: keeps the completion beside the points, also above 100', () => {
    expect(pointsOf(sampleLeaf('≥98%', 95))).toMatchObject({
      rule: 'positive',
      completion: 96.94,
      result: 95,
      gate: null,
    });
    expect(pointsOf(sampleLeaf('≥5000份', 6418)).completion).toBe(128.36);
    expect(pointsOf(sampleLeaf('≥98%', -5)).completion).toBe(0);
  });

  it('scores the printed cases: ≥50个 with 50 → 8 of 8, ≥5000 with 6418 → full', () => {
    expect(scored('≥50个', 50, 8)).toBe(8);
    expect(scored('≥5000份', 6418, 7.5)).toBe(7.5);
  });

  it.each(['level', 'cumulative', 'progressRate', 'yearEnd'] as const)('judges %s by the annual target', (kind) => {
    expect(pointsOf(sampleLeaf('≥90%', 45, {}, { kind, assessedFrom: 12 })).points).toBe(5);
  });
});

describe('R33: reverse points', () => {
  it.each([
    ['≤10分钟', 12, 8.33, 8],
    ['≤10分钟', 20, 5, 0],
    ['≤10分钟', 25, 4, 0],
    ['≤10分钟', 9, 10, 10],
    ['≤10分钟', 10, 10, 10],
    ['<10分钟', 10, 10, 10],
    ['≤10分钟', 0, 10, 10],
    ['≤62.73万元', 62.73, 10, 10],
    ['20元/户', 25, 8, 7.5],
  ])('R33: %s with %d has %d by ratio, %d linear', (rawValue, result, byRatio, linear) => {
    expect(scored(rawValue, result)).toBe(byRatio);
    expect(scored(rawValue, result, 10, { reverse: 'linear' })).toBe(linear);
  });

  it('R33: says what it left, and by which way', () => {
    expect(pointsOf(sampleLeaf('≤10分钟', 12))).toMatchObject({ rule: 'reverse', completion: 83.33 });
    expect(pointsOf(sampleLeaf('≤10分钟', 12), { reverse: 'linear' })).toMatchObject({
      rule: 'reverse-linear',
      completion: 80,
    });
    expect(pointsOf(sampleLeaf('≤10分钟', 9)).completion).toBe(100);
  });
});

describe('R34: a target of zero', () => {
  it.each([
    ['=0起', 0, 8],
    ['=0起', 1, 0],
    ['0起', 1, 0],
    ['≤0起', 0.5, 0],
    ['<0起', 0, 8],
    ['≥0%', 3, 8],
    ['≥0%', -1, 0],
  ])('R34: %s with %d has %d of 8', (rawValue, result, points) => {
    const leaf = pointsOf(sampleLeaf(rawValue, result, { weight: 8 }), TIANJIN_EVALUATION_RULES);
    expect(leaf).toMatchObject({ points, rule: 'zero-target', completion: null, gate: null });
  });
});

describe('R35: the gate', () => {
  it.each([
    [11, 0],
    [12, 6],
    [19, 9.5],
    [20, 10],
  ])('R35: ≥20个 with %d has %d of 10', (result, points) => {
    expect(scored('≥20个', result, 10, TIANJIN_EVALUATION_RULES)).toBe(points);
  });

  it('R35: compares unrounded', () => {
    expect(scored('≥100000个', 59_999, 10, TIANJIN_EVALUATION_RULES)).toBe(0);
  });

  it('R35: says which gate took the points, and which one was passed', () => {
    const at = (result: number) => pointsOf(sampleLeaf('≥20个', result), TIANJIN_EVALUATION_RULES);
    expect(at(11)).toMatchObject({ rule: 'gate', gate: 60, completion: 55 });
    expect(at(12)).toMatchObject({ rule: 'positive', gate: 60, completion: 60 });
  });

  it('R35: a gate that the target prints counts by itself, and before that of the rules', () => {
    const leaf = sampleLeaf('≥20个', 14, {}, { gate: 80 });
    expect(pointsOf(leaf)).toMatchObject({ points: 0, gate: 80 });
    expect(pointsOf(leaf, TIANJIN_EVALUATION_RULES)).toMatchObject({ points: 0, gate: 80 });
    const lower = sampleLeaf('≥20个', 11, {}, { gate: 50 });
    expect(pointsOf(lower, TIANJIN_EVALUATION_RULES)).toMatchObject({ points: 5.5, gate: 50 });
  });

  it('R35: holds a ceiling to what R33 leaves', () => {
    expect(scored('≤10分钟', 17, 10, TIANJIN_EVALUATION_RULES)).toBe(0);
    expect(scored('≤10分钟', 16, 10, TIANJIN_EVALUATION_RULES)).toBe(6.25);
  });
});

describe('R36: outcomes', () => {
  const chosen = (outcome: 'met' | 'partly' | 'unmet', chosenPoints: number | null, weight = 10) =>
    pointsOf(sampleLeaf('有所改善', { type: 'outcome', outcome }, { chosenPoints, weight }));

  it.each([
    ['met', 8, 8],
    ['met', 10, 10],
    ['met', 7.99, null],
    ['met', 10.01, null],
    ['partly', 6, 6],
    ['partly', 7.99, 7.99],
    ['partly', 8, null],
    ['partly', 5.99, null],
    ['unmet', 0, 0],
    ['unmet', 5.99, 5.99],
    ['unmet', 6, null],
    ['unmet', -1, null],
  ] as const)('R36: %s with %d counts %p', (outcome, points, counted) => {
    expect(chosen(outcome, points)).toMatchObject({ points: counted, rule: 'outcome', completion: null });
  });

  it('R36: leaves the choice open where nothing was chosen', () => {
    expect(chosen('partly', null)).toMatchObject({ points: null, choice: { from: 6, to: 8, toIncluded: false } });
  });

  it('R36: a limit between two hundredths belongs to the next one', () => {
    expect(chosen('met', null, 7.77).choice).toEqual({ from: 6.22, to: 7.77, toIncluded: true });
    expect(chosen('met', 6.21, 7.77).points).toBeNull();
    expect(chosen('partly', 6.21, 7.77).points).toBe(6.21);
    expect(chosen('met', 6.22, 7.77).points).toBe(6.22);
  });
});

describe('dates', () => {
  const done = (doneOn: string | null) =>
    pointsOf(sampleLeaf('2023年10月31日前', doneOn === null ? { type: 'notDone' } : { type: 'doneOn', doneOn }));

  it('R21: done by the due day has all points, later or not at all none', () => {
    expect(done('2023-10-31')).toMatchObject({ points: 10, rule: 'date', result: null });
    expect(done('2023-11-01').points).toBe(0);
    expect(done(null).points).toBe(0);
  });
});

describe('R37: the deduction', () => {
  const cut = (points: number) => pointsOf(sampleLeaf('≥20个', 20, { cut: { points, reason: '资料不全' } }));

  it('R37: 10 − 1.5 → 8.50, never below 0', () => {
    expect(cut(1.5)).toMatchObject({ points: 8.5, beforeCut: 10, rule: 'positive' });
    expect(cut(11).points).toBe(0);
  });

  it('R37: adds nothing', () => {
    expect(cut(-1).points).toBe(10);
  });
});

describe('what has no points', () => {
  it('R28: blank is not zero, "no data" earns nothing', () => {
    expect(pointsOf(sampleLeaf('≥20个', null))).toMatchObject({ points: null, rule: 'no-result' });
    expect(pointsOf(sampleLeaf('≥20个', { type: 'noData', why: '台账遗失' }))).toMatchObject({
      points: 0,
      rule: 'no-result',
    });
    expect(pointsOf(sampleLeaf('≥20个', NaN)).points).toBeNull();
    expect(pointsOf(sampleLeaf('有所改善', 5)).points).toBeNull();
  });

  it('R40: a leaf that does not apply', () => {
    const leaf = sampleLeaf('≥20个', 20, { notApplicableWhy: '项目取消' });
    expect(pointsOf(leaf)).toMatchObject({ points: null, rule: 'not-applicable', weight: 10 });
  });

  it('an unclear target leaves its weight to a person', () => {
    const unclear = (chosenPoints: number | null) =>
      pointsOf(sampleLeaf('≥20个', 5, { chosenPoints }, { number: null }));
    expect(unclear(null)).toMatchObject({
      points: null,
      rule: 'unclear',
      choice: { from: 0, to: 10, toIncluded: true },
    });
    expect(unclear(7.5).points).toBe(7.5);
    expect(unclear(10.01).points).toBeNull();
  });
});

describe('R17a: an execution rate is filled, not typed', () => {
  const rateLeaf = sampleLeaf('≥90%', 100, {}, { kind: 'executionRate', name: '预算执行率' });
  const with_ = (budget: number | null, spent: number | null, rules = DEFAULT_EVALUATION_RULES) =>
    scoreLeaf(rateLeaf, rules, yearExecution(budget, spent));

  it('takes the rate of R7, whatever was typed', () => {
    expect(with_(wan(100), wan(45))).toMatchObject({ points: 5, rule: 'execution', result: 45, completion: 50 });
    expect(with_(wan(100), wan(45), TIANJIN_EVALUATION_RULES)).toMatchObject({ points: 0, rule: 'gate' });
  });

  it('is unknown without the figures, and does not apply where there was nothing to spend', () => {
    expect(with_(null, wan(45))).toMatchObject({ points: null, rule: 'no-result' });
    expect(with_(0, 0)).toMatchObject({ points: null, rule: 'not-applicable' });
    expect(with_(0, 1)).toMatchObject({ points: 0, rule: 'execution' });
  });
});
