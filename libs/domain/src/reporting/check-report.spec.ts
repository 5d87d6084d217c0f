import { describe, it, expect } from '@jest/globals';
import fc from 'fast-check';
import { isDue } from '../monitoring/indicator-context.js';
import type { IndicatorKind } from '../targets/target-types.js';
import { checkAnswer, isAskedFor, MAX_RESULT, missingAnswers } from './check-report.js';
import type { IndicatorAnswer } from './report-types.js';

const june = { year: 2023, month: 6 };
const code = (kind: IndicatorKind, answer: IndicatorAnswer) =>
  checkAnswer({ name: '审理案件数' }, kind, answer, june)?.code ?? null;

const KINDS: IndicatorKind[] = [
  'progressRate',
  'executionRate',
  'yearEnd',
  'level',
  'cumulative',
  'qualitative',
  'date',
];
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
    [-0.01, 'result-negative'],
    [0, null],
    [MAX_RESULT, null],
    [MAX_RESULT + 1, 'result-too-large'],
    [1e20, 'result-too-large'],
    [NaN, 'result-unreadable'],
    [Infinity, 'result-unreadable'],
  ])('a result of %p gives %p', (value, expected) => {
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

describe('R28: what a report needs to be submitted', () => {
  const target = (kind: IndicatorKind, assessedFrom = 1, dueDate: string | null = null) => ({
    name: kind,
    kind,
    assessedFrom,
    dueDate,
  });
  const indicators = [
    { id: 'count', target: target('cumulative') },
    { id: 'words', target: target('qualitative') },
    { id: 'rate', target: target('executionRate') },
    { id: 'satisfaction', target: target('yearEnd', 12) },
    { id: 'passed', target: target('date', 1, '2023-06-30') },
    { id: 'later', target: target('date', 1, '2023-12-31') },
  ];
  const missing = (month: number, answers: [string, IndicatorAnswer | null][], expenditureFen: number | null = 0) =>
    missingAnswers({ indicators, answers: new Map(answers), expenditureFen, period: { year: 2023, month } }).map(
      ({ indicatorId, code: why }) => `${indicatorId}:${why}`,
    );

  it('asks for the expenditure and every indicator due, never for 预算执行率 and not for what is due later', () => {
    expect(missing(6, [], null)).toEqual([
      'null:expenditure-missing',
      'count:answer-missing',
      'words:answer-missing',
      'passed:answer-missing',
    ]);
  });

  it('a year-end indicator and a later date are asked for once their time has come', () => {
    expect(missing(12, [])).toContain('satisfaction:answer-missing');
    expect(missing(12, [])).toContain('later:answer-missing');
    expect(missing(11, [])).not.toContain('satisfaction:answer-missing');
  });

  it('zero, "not done yet" and "no data" with a reason are answers; blank is not', () => {
    const answers: [string, IndicatorAnswer | null][] = [
      ['count', { type: 'value', value: 0 }],
      ['words', { type: 'noData', why: '尚未检查' }],
      ['passed', { type: 'notDone' }],
    ];
    expect(missing(6, answers)).toEqual([]);
    expect(missing(6, [...answers, ['count', null]])).toEqual(['count:answer-missing']);
    expect(missing(6, [...answers, ['words', { type: 'noData', why: '' }]])).toEqual(['words:no-data-reason-missing']);
  });

  it('an answer from before the target changed its kind does not count', () => {
    expect(missing(6, [['words', { type: 'value', value: 1 }]])).toContain('words:answer-wrong-kind');
  });

  it('nothing is asked of a project before it began', () => {
    const period = { year: 2023, month: 6 };
    expect(missingAnswers({ indicators, answers: new Map(), expenditureFen: null, period, startMonth: 7 })).toEqual([]);
  });

  it('asks for exactly what the lights take as due', () => {
    const targets = fc.record({
      kind: fc.constantFrom(...KINDS),
      assessedFrom: fc.integer({ min: 1, max: 12 }),
      dueDate: fc.constantFrom(null, '2023-03-31', '2023-06-15', '2023-12-31', '2024-01-01'),
    });
    fc.assert(
      fc.property(targets, fc.integer({ min: 1, max: 12 }), (some, month) => {
        const period = { year: 2023, month };
        expect(isAskedFor(some, period)).toBe(some.kind !== 'executionRate' && isDue(some, period));
      }),
    );
  });
});
