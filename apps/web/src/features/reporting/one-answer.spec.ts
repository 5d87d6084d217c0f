import { describe, expect, it } from '@jest/globals';
import { answerChoices, answerInWords, readAnswerText, type AnswerTarget } from './one-answer.js';

const LAST_DAY = '2026-09-30';
const target = (kind: AnswerTarget['kind'], unit: string | null = null): AnswerTarget => ({ id: 'a', kind, unit });
const BLANK = { value: null, outcome: null, doneOn: null, notDone: false, noData: null };
const read = (text: string, of: AnswerTarget) => readAnswerText(text, of, LAST_DAY);

describe('an answer in one field', () => {
  it('is a figure with or without its unit, and blank where nothing stands', () => {
    expect(read('1,250.5', target('cumulative', '件'))).toEqual({ ok: true, value: { ...BLANK, value: 1250.5 } });
    expect(read('92.4%', target('progressRate', '%'))).toEqual({ ok: true, value: { ...BLANK, value: 92.4 } });
    expect(read('  ', target('level', '%'))).toEqual({ ok: true, value: BLANK });
    expect(read('约九十', target('level', '%'))).toEqual({ ok: false, fault: 'figure-unreadable' });
  });

  it('R20, R21: is an outcome, a day of the round, or “not done”', () => {
    expect(read('部分达成', target('qualitative'))).toEqual({ ok: true, value: { ...BLANK, outcome: 'partly' } });
    expect(read('2026-08-30', target('date'))).toEqual({ ok: true, value: { ...BLANK, doneOn: '2026-08-30' } });
    expect(read('2026-10-01', target('date'))).toEqual({ ok: false, fault: 'done-after-round' });
    expect(read('未完成', target('date'))).toEqual({ ok: true, value: { ...BLANK, notDone: true } });
  });

  it('R28: is “no data” with its reason, and stands in the field as it was typed', () => {
    const answer = { ...BLANK, noData: '年底统计' };
    expect(read('无数据：年底统计', target('level', '%'))).toEqual({ ok: true, value: answer });
    expect(read('无数据：', target('level', '%'))).toEqual({ ok: false, fault: 'no-data-without-reason' });
    expect(answerInWords(answer, target('level', '%'), 'zh')).toBe('无数据：年底统计');
  });

  it('offers the words that can be chosen', () => {
    expect(answerChoices(target('qualitative'), 'zh')).toEqual(['达成', '部分达成', '未达成', '无数据：']);
    expect(answerChoices(target('date'), 'zh')).toEqual(['未完成', '无数据：']);
  });
});
