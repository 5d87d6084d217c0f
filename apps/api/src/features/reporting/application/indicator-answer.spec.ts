import { describe, it, expect } from '@jest/globals';
import { answerOf } from './indicator-answer.js';

describe('answer of an indicator', () => {
  it.each([
    ['a number, zero too', { value: 0 }, { type: 'value', value: 0 }],
    [
      'R20: an outcome with its text',
      { outcome: 'partly', text: ' 部分 ' },
      { type: 'outcome', outcome: 'partly', text: '部分' },
    ],
    ['R21: a day', { doneOn: '2023-06-30' }, { type: 'doneOn', doneOn: '2023-06-30' }],
    ['R21: not done yet', { notDone: true }, { type: 'notDone' }],
    ['R28: no data with its reason', { noData: '年底统计' }, { type: 'noData', why: '年底统计' }],
  ] as const)('%s', (_name, fields, answer) => {
    expect(answerOf(fields)).toEqual({ ok: true, value: answer });
  });

  it('R28: nothing is blank, not zero', () => {
    expect(answerOf({ notDone: false, value: null })).toEqual({ ok: true, value: null });
  });

  it('refuses two answers at once', () => {
    expect(answerOf({ value: 1, notDone: true })).toMatchObject({ ok: false, error: { code: 'answer-ambiguous' } });
  });

  it('R28: refuses "no data" without a reason', () => {
    expect(answerOf({ noData: '  ' })).toMatchObject({ ok: false, error: { code: 'no-data-reason-missing' } });
  });
});
