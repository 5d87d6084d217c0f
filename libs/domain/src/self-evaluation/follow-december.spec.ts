import { describe, expect, it } from '@jest/globals';
import { printedTarget } from '../testing/evaluation-samples.js';
import type { LeafToScore } from './evaluation-types.js';
import { followDecember, isSameAnswer } from './follow-december.js';

const value = (number: number) => ({ type: 'value', value: number }) as const;
const outcome = (of: 'met' | 'partly', text?: string | null) =>
  ({ type: 'outcome', outcome: of, ...(text === undefined ? {} : { text }) }) as const;

const leaf = (part: Partial<LeafToScore>): LeafToScore => ({
  id: 'a',
  target: printedTarget('≥50个'),
  answer: value(40),
  weight: 10,
  notApplicableWhy: null,
  chosenPoints: null,
  cut: null,
  explanation: null,
  ...part,
});

describe('a draft after December was corrected', () => {
  it('follows where nobody has typed another result', () => {
    expect(followDecember(leaf({}), { answer: value(40) }, { answer: value(45) }).answer).toEqual(value(45));
    expect(followDecember(leaf({}), { answer: value(40) }, { answer: null }).answer).toBeNull();
  });

  it('keeps what a person typed', () => {
    const typed = leaf({ answer: value(50), explanation: '自行核对' });
    expect(followDecember(typed, { answer: value(40) }, { answer: value(45) })).toEqual(typed);
    const blanked = leaf({ answer: null });
    expect(followDecember(blanked, { answer: value(40) }, { answer: value(45) })).toEqual(blanked);
  });

  it('R36: proposes points anew, and keeps those that a person chose', () => {
    const before = { answer: outcome('met') };
    const proposed = leaf({ answer: outcome('met'), chosenPoints: 10 });
    expect(followDecember(proposed, before, { answer: outcome('partly') }).chosenPoints).toBeNull();
    const chosen = leaf({ answer: outcome('met'), chosenPoints: 8.5 });
    expect(followDecember(chosen, before, { answer: outcome('partly') }).chosenPoints).toBe(8.5);
    const missed = leaf({ answer: outcome('partly') });
    expect(followDecember(missed, { answer: outcome('partly') }, { answer: outcome('met') }).chosenPoints).toBe(10);
  });

  it('takes a corrected reason where the one that was reported still stands there', () => {
    const reported = leaf({ explanation: '资金未到' });
    const before = { answer: value(40), explanation: '资金未到' };
    const now = { answer: value(40), explanation: '年末到位' };
    expect(followDecember(reported, before, now).explanation).toBe('年末到位');
    expect(followDecember(leaf({ explanation: '自拟' }), before, now).explanation).toBe('自拟');
    expect(followDecember(reported, { answer: value(40) }, now).explanation).toBe('资金未到');
  });
});

describe('answers that say the same', () => {
  it('are compared by what they say', () => {
    expect(isSameAnswer(outcome('met'), outcome('met', null))).toBe(true);
    expect(isSameAnswer(outcome('met'), outcome('met', '已建成'))).toBe(false);
    expect(isSameAnswer(value(0), null)).toBe(false);
    expect(isSameAnswer({ type: 'noData', why: '未统计' }, { type: 'noData', why: '停办' })).toBe(false);
    expect(isSameAnswer({ type: 'doneOn', doneOn: '2023-12-01' }, { type: 'doneOn', doneOn: '2023-12-01' })).toBe(true);
    expect(isSameAnswer({ type: 'notDone' }, { type: 'notDone' })).toBe(true);
  });
});
