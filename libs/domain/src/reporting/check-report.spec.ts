import { describe, it, expect } from '@jest/globals';
import type { IndicatorKind } from '../targets/target-types.js';
import { checkAnswer, MAX_RESULT } from './check-report.js';
import type { IndicatorAnswer } from './report-types.js';

const june = { year: 2023, month: 6 };
const code = (kind: IndicatorKind, answer: IndicatorAnswer) =>
  checkAnswer({ name: '审理案件数' }, kind, answer, june)?.code ?? null;

const ANSWERS: IndicatorAnswer[] = [
  { type: 'value', value: 5 },
  { type: 'outcome', outcome: 'met' },
  { type: 'doneOn', doneOn: '2023-06-30' },
  { type: 'notDone' },
  { type: 'noData', why: '系统升级' },
];

describe('checkAnswer', () => {
  it.each([
    ['progressRate', ['value', 'noData']],
    ['yearEnd', ['value', 'noData']],
    ['level', ['value', 'noData']],
    ['cumulative', ['value', 'noData']],
    ['qualitative', ['outcome', 'noData']],
    ['date', ['doneOn', 'notDone', 'noData']],
    ['executionRate', []],
  ] as const)('R20, R21, R28: %s is answered by %j', (kind, types) => {
    const accepted = ANSWERS.filter((answer) => code(kind, answer) === null).map(({ type }) => type);
    expect(accepted).toEqual(types);
  });

  it('R17: 预算执行率 is filled from the expenditure, not typed', () => {
    expect(ANSWERS.map((answer) => code('executionRate', answer))).toEqual(
      Array(5).fill('answer-filled-from-spending'),
    );
  });

  it('names the kind and the type that do not fit', () => {
    expect(checkAnswer({ name: '完成时限' }, 'date', { type: 'value', value: 1 }, june)).toEqual({
      code: 'answer-wrong-kind',
      params: { indicator: '完成时限', kind: 'date', answer: 'value' },
    });
  });

  it.each([
    [-0.01, null],
    [-MAX_RESULT, null],
    [-MAX_RESULT - 1, 'result-too-large'],
    [0, null],
    [MAX_RESULT, null],
    [MAX_RESULT + 1, 'result-too-large'],
    [1e20, 'result-too-large'],
    [NaN, 'result-unreadable'],
    [Infinity, 'result-unreadable'],
  ])('R32: a result of %p gives %p', (value, expected) => {
    expect(code('cumulative', { type: 'value', value })).toBe(expected);
  });

  it.each([
    ['2023-06-30', null],
    ['2022-12-01', null],
    ['2023-07-01', 'done-after-round'],
    ['2023-06-31', 'done-on-unreadable'],
    ['', 'done-on-unreadable'],
  ])('R21: done on %p in the round of June gives %p', (doneOn, expected) => {
    expect(code('date', { type: 'doneOn', doneOn })).toBe(expected);
  });

  it('R28: "no data" needs a reason', () => {
    expect(code('level', { type: 'noData', why: '  ' })).toBe('no-data-reason-missing');
  });
});
